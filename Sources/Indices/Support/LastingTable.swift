/// A table that is written once, before anybody reads it, and kept as long as the program lives: to look something up in it
/// counts no references.
struct LastingTable<Element: Sendable>: @unchecked Sendable {
  private let elements: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    for (place, element) in elements.enumerated() { (copy + place).initialize(to: element) }
    self.elements = UnsafePointer(copy)
    count = elements.count
  }

  /// Where an element stands, for large ones that should not be copied.
  @inline(__always) func at(_ place: Int) -> UnsafePointer<Element> {
    precondition(place >= 0 && place < count, "outside the table")
    return elements + place
  }

  @inline(__always) subscript(place: Int) -> Element { at(place).pointee }
}
