/// A reader of RFC 4180 for tests, written apart from the writer: records of fields, LF between records.
func readCSV(_ bytes: [UInt8]) -> [[String]] {
  var records: [[String]] = []
  var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
  while !rest.isEmpty {
    var record: [String] = []
    repeat {
      var field = String.UnicodeScalarView()
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let scalar = rest.popFirst() {
          if scalar != "\"" {
            field.append(scalar)
          } else if rest.first == "\"" {
            field.append(scalar)
            rest = rest.dropFirst()
          } else {
            break
          }
        }
      } else {
        while let scalar = rest.first, scalar != ",", scalar != "\n" {
          field.append(scalar)
          rest = rest.dropFirst()
        }
      }
      record.append(String(field))
    } while rest.popFirst() == ","
    records.append(record)
  }
  return records
}
