extension String {
  /// A name of code as tables write it: `fedFFARatio` is `fed_ffa_ratio`, `il6` stays.
  package var inSnakeCase: String {
    let letters = Array(self)
    var written = ""
    for (place, letter) in letters.enumerated() {
      // A capital begins a word, unless it goes on a row of capitals; the last of a row begins one if a small letter follows.
      let begins = place > 0 && letter.isUppercase
      let goesOn = begins && letters[place - 1].isUppercase
      let endsRow = goesOn && place + 1 < letters.count && letters[place + 1].isLowercase
      if begins, !goesOn || endsRow { written += "_" }
      written += letter.lowercased()
    }
    return written
  }
}
