import Domain
import Foundation

/// UTF-8 from a descriptor as it comes, for a table that goes on being written while it is read.
final class DescriptorSource: TextSource {
  private let descriptor: Int32
  private let place: String
  private let pause: () throws(RheostatError) -> Void
  private let raw = UnsafeMutablePointer<UInt8>.allocate(capacity: TextSourceLimits.chunk + 8)
  private var held = 0
  private var isFirst = true
  private var atEnd = false

  /// - Parameters:
  ///   - place: the name of the source for messages.
  ///   - pause: called before the source has to wait for more.
  init(descriptor: Int32, place: String, pause: @escaping () throws(RheostatError) -> Void) {
    self.descriptor = descriptor
    self.place = place
    self.pause = pause
  }

  deinit { raw.deallocate() }

  func next(into output: UnsafeMutablePointer<UInt8>) throws(RheostatError) -> Int {
    while true {
      if !atEnd { try fill() }
      if held == 0 { return 0 }
      if isFirst {
        isFirst = false
        let mark = TextEncoding.byteOrderMark(UnsafeBufferPointer(start: raw, count: held))
        guard mark == nil || mark?.encoding == .utf8 else { throw notText() }
        if let mark {
          held -= mark.length
          raw.update(from: raw + mark.length, count: held)
        }
      }
      let result: (taken: Int, written: Int)
      do {
        result = try TextEncoding.utf8.decode(UnsafeBufferPointer(start: raw, count: held), last: atEnd, into: output)
      } catch { throw notText() }
      if UnsafeBufferPointer(start: output, count: result.written).contains(0) { throw notText() }
      held -= result.taken
      raw.update(from: raw + result.taken, count: held)
      if result.written > 0 { return result.written }
      if atEnd { return 0 }
    }
  }

  /// Reads what there is; waits where there is nothing.
  private func fill() throws(RheostatError) {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&state, 1, 0) == 0 { try pause() }
    while true {
      let count = read(descriptor, raw + held, TextSourceLimits.chunk - held)
      if count >= 0 {
        held += count
        atEnd = count == 0
        return
      }
      if errno == EINTR { continue }
      throw RheostatError(
        .inputOutput, "Reading failed: \(String(cString: strerror(errno))).",
        advice: "Check where the input comes from.",
        location: place)
    }
  }

  private func notText() -> RheostatError {
    RheostatError(
      .dataUnusable, "Bytes that are no UTF-8 text.", advice: "Write the table as UTF-8.", location: place)
  }
}
