/// The strongly connected components of a directed graph in reverse topological order: a component comes after all
/// components it has edges into (Tarjan, doi:10.1137/0201010; without recursion, so that no graph exhausts the stack).
///
/// - Parameter successors: for each vertex, the vertices its edges lead to.
/// - Returns: components, each with its vertices ascending.
func stronglyConnectedComponents(_ successors: [[Int]]) -> [[Int]] {
  let count = successors.count
  var order = [Int](repeating: -1, count: count)
  var lowest = [Int](repeating: 0, count: count)
  var isOnStack = [Bool](repeating: false, count: count)
  var stack: [Int] = []
  var next = 0
  var result: [[Int]] = []

  for root in 0..<count where order[root] < 0 {
    var path: [(vertex: Int, edge: Int)] = [(root, 0)]
    while let (vertex, edge) = path.last {
      if edge == 0 {
        order[vertex] = next
        lowest[vertex] = next
        next += 1
        stack.append(vertex)
        isOnStack[vertex] = true
      }
      if edge < successors[vertex].count {
        path[path.count - 1].edge += 1
        let target = successors[vertex][edge]
        if order[target] < 0 {
          path.append((target, 0))
        } else if isOnStack[target] {
          lowest[vertex] = min(lowest[vertex], order[target])
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.vertex { lowest[parent] = min(lowest[parent], lowest[vertex]) }
      guard lowest[vertex] == order[vertex] else { continue }
      var component: [Int] = []
      while let top = stack.popLast() {
        isOnStack[top] = false
        component.append(top)
        if top == vertex { break }
      }
      result.append(component.sorted())
    }
  }
  return result
}
