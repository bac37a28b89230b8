import Domain
import Foundation
import Pipeline
import Synchronization

/// Standard error and standard output, safe for a terminal: text from data or file names cannot steer it.
enum Console {
  /// Writes an error; results never go here.
  static func error(_ text: String) { write("rheostat: error: " + safe(text) + "\n", to: 2) }
  /// Writes a line that informs.
  static func note(_ text: String) { write(safe(text) + "\n", to: 2) }
  /// Writes a line of results.
  static func line(_ text: String) { write(text + "\n", to: 1) }

  /// Control characters (but line feeds) and characters that turn the direction of text become visible.
  static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let hidden =
        (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        || scalar.value == 0x200E || scalar.value == 0x200F
      if hidden {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if count < 0, errno == EINTR {
        continue
      } else if descriptor == 2 {
        // Nobody hears what is said beside the work; the work goes on.
        return
      } else if errno == EPIPE {
        // A closed output ends quietly: whoever reads has seen enough.
        Foundation.exit(0)
      } else {
        let reason = String(cString: strerror(errno))
        error("Standard output cannot be written (\(reason)). Free some space, or write the results elsewhere.")
        Foundation.exit(RheostatError.Code.inputOutput.rawValue)
      }
    }
  }
}

/// Shows progress: on a terminal one line that moves, otherwise one line a stage when it ends.
final class ProgressLine: Sendable {
  private struct State {
    var stage = ""
    var started = ContinuousClock.now
    var shown = ContinuousClock.now
    var visible = false
  }
  private let state = Mutex(State())
  private let terminal: Bool
  private let quiet: Bool

  init(quiet: Bool) {
    self.quiet = quiet
    terminal = isatty(2) == 1
  }

  /// To be given to the pipeline.
  var handler: ProgressHandler { { [self] in show($0) } }

  private func show(_ progress: StageProgress) {
    guard !quiet else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if state.stage != progress.stage {
        state.stage = progress.stage
        state.started = now
        state.shown = now - .seconds(1)
      }
      if progress.ended {
        if state.visible { Console.write("\r\u{1B}[K", to: 2) }
        state.visible = false
        Console.note("\(progress.stage): \(progress.summary)")
      } else if terminal, now - state.shown > .milliseconds(200) {
        state.shown = now
        state.visible = true
        Console.write("\r\u{1B}[K" + line(progress, elapsed: now - state.started), to: 2)
      }
    }
  }

  private func line(_ progress: StageProgress, elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let rate = seconds > 0 ? Double(progress.done) / seconds : 0
    var text = "\(progress.stage): \(progress.done)"
    if progress.total > 0 { text += " of \(progress.total)" }
    text += " \(progress.unit), \(Int(rate.rounded()))/s"
    if progress.total > 0, rate > 0 {
      text += ", \(Int((Double(progress.total - progress.done) / rate).rounded(.up))) s left"
    }
    return text
  }
}
