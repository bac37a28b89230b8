/// Counts a document's elements, because libSBML's time and stack grow faster than the document does: it walks sums as
/// trees by recursion, in a time that goes with the square of their operands, and annotations with the square of their
/// elements. Real models stay well below each limit; what is below all of them is read in a few seconds.
struct ElementLimits {
  /// Attributes and namespaces of one element.
  static let attributes = 100
  /// Elements outside expressions, notes and annotations.
  static let elements = 200_000
  /// Elements in all notes and annotations.
  static let notes = 50_000
  /// Elements in all expressions.
  static let mathematics = 500_000
  /// Operands on one path through an expression: some five thousand end a stack of half a megabyte.
  static let operands = 2_000
  /// The sum over all expressions of their elements times their operands on one path.
  static let mathematicalWork = 25_000_000

  enum Kind { case math, note, other }

  private var elementCount = 0
  private var noteCount = 0
  private var noteDepth = 0
  private var mathCount = 0
  private var mathWork = 0
  /// mathCount where the open expression begins.
  private var mathStart = 0
  /// For each open element of an expression: how many it holds, and the longest path in one of them.
  private var levels: [(count: Int, path: Int)] = []
  private var longestPath = 0

  /// Takes in a start tag.
  mutating func open(_ kind: Kind, isEmpty: Bool) {
    if noteDepth > 0 || kind == .note {
      noteCount += 1
      if !isEmpty { noteDepth += 1 }
    } else if let last = levels.indices.last {
      mathCount += 1
      levels[last].count += 1
      longestPath = max(longestPath, levels[last].count + levels[last].path)
      if !isEmpty { levels.append((0, 0)) }
    } else {
      elementCount += 1
      guard kind == .math, !isEmpty else { return }
      (mathStart, longestPath) = (mathCount, 0)
      levels.append((0, 0))
    }
  }

  /// Takes in an end tag.
  mutating func close() {
    if noteDepth > 0 {
      noteDepth -= 1
    } else if let level = levels.popLast() {
      if let last = levels.indices.last {
        levels[last].path = max(levels[last].path, level.count + level.path)
        longestPath = max(longestPath, levels[last].count + levels[last].path)
      } else {
        mathWork += (mathCount - mathStart) * longestPath
        longestPath = 0
      }
    }
  }

  /// What is beyond its limit, with the name of the element to look at.
  var excess: (message: String, element: String?)? {
    if elementCount > Self.elements { return ("the document has more than \(Self.elements) elements", nil) }
    if noteCount > Self.notes {
      return ("notes and annotations have more than \(Self.notes) elements; remove them", "annotation")
    }
    if longestPath > Self.operands {
      return ("an expression has more than \(Self.operands) operands; split it into several rules", "math")
    }
    if mathCount > Self.mathematics || mathWork > Self.mathematicalWork {
      return ("all expressions together are too large; make the model smaller", "math")
    }
    return nil
  }
}
