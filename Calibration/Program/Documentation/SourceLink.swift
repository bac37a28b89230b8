import Foundation

/// Links from the identifiers that the tables hold: DOI, PubMed, PubMed Central. What is none of them stays text.
enum SourceLink {
  /// The source, linked where an identifier is known, with further identifiers behind it.
  /// - Parameters:
  ///   - source: how the table calls the source.
  ///   - resource: identifiers that are divided by semicolons: `doi:10.1/x; PMID 1`, `PMC1`, `10.1/x`.
  static func markdown(source: String, resource: String) -> Markdown {
    let parts = resource.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    let known = parts.map { (text: $0, target: target($0)) }
    guard let first = known.first(where: { $0.target != nil })?.target ?? target(inside: source) else {
      return resource.isEmpty ? "\(source)" : "\(source) (\(resource))"
    }
    let rest = known.compactMap { part -> Markdown? in
      guard let target = part.target else { return Markdown(text: part.text) }
      return target == first ? nil : .link(part.text, to: target)
    }
    let link = Markdown.link(source.isEmpty ? resource : source, to: first)
    return rest.isEmpty ? link : "\(link), \(Markdown.joined(rest, by: ", "))"
  }

  /// Where an identifier leads; nil where it is none.
  static func target(_ identifier: String) -> String? {
    let doi = identifier.hasPrefix("doi:") ? String(identifier.dropFirst(4)) : identifier
    if doi.hasPrefix("10."), doi.contains("/"), doi.allSatisfy({ isSafe($0) }) {
      return "https://doi.org/" + doi.replacing("(", with: "%28").replacing(")", with: "%29")
    }
    if let number = number(identifier, after: "PMID ") { return "https://pubmed.ncbi.nlm.nih.gov/\(number)/" }
    if let number = number(identifier, after: "PMC") { return "https://pmc.ncbi.nlm.nih.gov/articles/PMC\(number)/" }
    return nil
  }

  /// An identifier of PubMed Central within a text.
  private static func target(inside text: String) -> String? {
    text.split { !$0.isLetter && !$0.isNumber }.lazy.compactMap { number(String($0), after: "PMC") }.first
      .map { "https://pmc.ncbi.nlm.nih.gov/articles/PMC\($0)/" }
  }

  private static func number(_ text: String, after prefix: String) -> Substring? {
    guard text.hasPrefix(prefix) else { return nil }
    let digits = text.dropFirst(prefix.count)
    return !digits.isEmpty && digits.allSatisfy({ $0.isASCII && $0.isNumber }) ? digits : nil
  }

  /// Characters of a DOI that an address may hold.
  private static func isSafe(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "./-_();:".contains(character))
  }
}
