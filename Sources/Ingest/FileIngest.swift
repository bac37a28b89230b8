import Domain

/// How a file is to be read.
public struct IngestOptions: Sendable {
  /// Nil: columns are understood from the words of the header alone.
  public var mapping: Mapping?

  /// Options with a mapping, or with none.
  public init(mapping: Mapping?) { self.mapping = mapping }
}

/// A CSV file of laboratory results, opened and understood, ready to be streamed.
public struct FileIngest: Sendable {
  /// Delimiter, encoding, layout and columns with the evidence for each.
  public let description: FileDescription
  /// How far reading has come; may be asked from inside the body of `forEach`, unlike this structure itself.
  public let progress: IngestProgress

  private let file: InputFile
  private let options: IngestOptions
  private let dialect: Dialect
  private let plan: FilePlan
  private let header: [String]

  /// Opens a file and finds out its form from the first MiB.
  /// - Throws: 66 where there is no such file; 74 where it cannot be read; 65 where it is no regular file, empty, binary,
  ///   not in its encoding, of one column, without rows, or its header is ambiguous or not what the mapping says.
  public init(path: String, options: IngestOptions) throws(RheostatError) {
    file = try InputFile(path: path)
    self.options = options
    progress = IngestProgress()
    let opening = try Opening(file: file, mapping: options.mapping)
    dialect = opening.dialect
    header = opening.sample.records.first ?? []
    plan = try FilePlan(header: header, mapping: options.mapping, place: opening.place)
    description = FileDescription(dialect: dialect, source: opening.source, plan: plan)
  }

  /// The size of the file.
  public var byteCount: Int64 { file.byteCount }
  /// See `IngestProgress`.
  public var bytesRead: Int64 { progress.bytesRead }
  /// See `IngestProgress`.
  public var rowsRead: Int { progress.rowsRead }
  /// See `IngestProgress`; final when `forEach` has returned.
  public var readCounts: [AccountingLevel: Int] { progress.readCounts }

  /// Streams the file from its beginning: every item in the order of the file, then what is told once a file (columns
  /// set aside, units missing, analytes not known). Memory does not grow with the file.
  /// - Throws: what `body` throws; 65 where the file stops being text or a row is over 1 MiB; 74 where reading fails.
  public mutating func forEach(_ body: (IngestItem) throws -> Void) throws {
    let place = Printable.text(file.path)
    let source = try FileSource(file: file, declared: options.mapping?.encoding, progress: progress)
    let reader = RecordReader(source: source, delimiter: dialect.delimiter, place: place)
    progress.set(rows: 0)
    progress.set(ReadCounter(plan: plan, mapping: options.mapping))
    guard try reader.next(), reader.fields.indices.map({ reader.text($0).trimmingBlanks() }) == header else {
      throw RheostatError(
        .dataUnusable, "The file was changed while it was read.", advice: "Run it again.", location: place)
    }
    let rows = RowReader(
      plan: plan, mapping: options.mapping, dialect: dialect, reader: reader, progress: progress)
    try rows.run(body)
  }
}

/// The beginning of a file: enough to find out its form.
struct Opening {
  let source: FileSource
  let dialect: Dialect
  let sample: Sample
  let place: String

  init(file: InputFile, mapping: Mapping?) throws(RheostatError) {
    place = Printable.text(file.path)
    source = try FileSource(file: file, declared: mapping?.encoding, progress: nil)
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: TextSourceLimits.piece)
    defer { buffer.deallocate() }
    let count = try source.next(into: buffer)
    let window = Array(UnsafeBufferPointer(start: buffer, count: count))
    let isWhole = try source.next(into: buffer) == 0
    let detector = DialectDetector(window: window, isWhole: isWhole, place: place, mapping: mapping)
    (dialect, sample) = try detector.detect()
  }
}
