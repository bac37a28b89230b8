import Domain
import Foundation
import Testing

@testable import Ingest

#if canImport(Glibc)
  import Glibc
#endif

/// Codes after sysexits.h: 65 EX_DATAERR, 66 EX_NOINPUT, 74 EX_IOERR.
@Suite struct InputFileTests {
  @Test func aMissingFileIs66() throws {
    let scratch = try Scratch()
    let error = try #require(failure(scratch.path("none.csv")))
    #expect(error.code == .noInput)
    #expect(error.message == "There is no such file (No such file or directory).")
    #expect(error.location == scratch.path("none.csv"))
    #expect(failure(try scratch.file("x") + "/below")?.code == .noInput)
    #expect(failure("")?.code == .noInput)
  }

  @Test func aFolderIs65() throws {
    let scratch = try Scratch()
    let error = try #require(failure(scratch.folder.path))
    #expect(error.code == .dataUnusable)
    #expect(error.message == "This is a folder, not a regular file.")
  }

  @Test func aFIFOIsRefusedAndNotWaitedFor() throws {
    let scratch = try Scratch()
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    let error = try #require(failure(scratch.path("pipe")))
    #expect(error.code == .dataUnusable)
    #expect(error.message == "This is a pipe (FIFO), not a regular file.")
  }

  @Test func aDeviceIsRefused() throws {
    let error = try #require(failure("/dev/zero"))
    #expect(error.code == .dataUnusable)
    #expect(error.message == "This is a device, not a regular file.")
  }

  @Test func aLinkToARegularFileIsRead() throws {
    let scratch = try Scratch()
    let target = try scratch.file("patient_id,waist_cm\nA,90\n")
    try FileManager.default.createSymbolicLink(atPath: scratch.path("link.csv"), withDestinationPath: target)
    #expect(try Collected(path: scratch.path("link.csv")).results.count == 1)
  }

  @Test func refusedPermissionIs74() {
    let error = InputFile.error(EACCES, "a.csv")
    #expect(error.code == .inputOutput)
    #expect(error.message == "The file cannot be read (Permission denied).")
  }

  /// Page 0 of a process is never mapped: the kernel answers reading it with EIO.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem"), "needs Linux /proc"))
  func aFailingReadIs74() throws {
    let error = try #require(failure("/proc/self/mem"))
    #expect(error.code == .inputOutput)
    #expect(error.message == "The file cannot be read (Input/output error).")
  }
}
