extension MagicLine {
  /// Cell magics below which Python goes on; below any other stands another language.
  private static let pythonCells: Set<String> = ["time", "timeit", "capture", "prun"]

  /// Whether `line` starts a cell of another language.
  static func takesRestOfCell(_ line: String) -> Bool {
    let magic = MagicLine(line, at: 0)
    return magic.form == .cell && !pythonCells.contains(magic.name.text)
  }

  /// How many bytes stand before the statement that a line times: `%time model.fit(x, y)`; nil for
  /// other lines.
  static func lengthBeforeStatement(_ line: String) -> Int? {
    var rest = Substring(line)
    func blanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }
    guard let magic = ["%timeit", "%time"].first(where: { rest.hasPrefix($0 + " ") }) else {
      return nil
    }
    rest = rest.dropFirst(magic.count)
    blanks()
    while magic == "%timeit", rest.hasPrefix("-") {
      let option = rest.prefix { $0 != " " && $0 != "\t" }
      rest = rest.dropFirst(option.count)
      blanks()
      // `-n 1` as well as `-n1`.
      if ["-n", "-r", "-p"].contains(option) { rest = rest.drop(while: \.isNumber) }
      blanks()
    }
    return rest.isEmpty ? nil : line.utf8.count - rest.utf8.count
  }

  /// `text` is a line that starts with `%` or `!`, and for a foreign cell the lines below it.
  init(_ text: String, at offset: Int) {
    let utf8 = Array(text.utf8)
    let lineEnd = utf8.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? utf8.count
    let isCell = utf8.starts(with: Array("%%".utf8))
    form = isCell ? .cell : utf8.first == 0x21 ? .shell : .line
    func skip(_ from: Int, while condition: (UInt8) -> Bool) -> Int {
      var index = from
      while index < lineEnd, condition(utf8[index]) { index += 1 }
      return index
    }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let marks = skip(0) { $0 == utf8[0] }
    let nameStart = skip(marks, while: isBlank)
    let nameEnd = skip(nameStart) { !isBlank($0) }
    let argumentStart = skip(nameEnd, while: isBlank)
    var argumentEnd = lineEnd
    while argumentEnd > argumentStart, isBlank(utf8[argumentEnd - 1]) { argumentEnd -= 1 }
    name = Identifier(
      text: String(decoding: utf8[nameStart..<nameEnd], as: UTF8.self),
      range: offset + nameStart..<offset + nameEnd)
    arguments = String(decoding: utf8[argumentStart..<argumentEnd], as: UTF8.self)
    let isPair = lineEnd + 1 < utf8.count && utf8[lineEnd] == 0x0D && utf8[lineEnd + 1] == 0x0A
    let bodyStart = min(lineEnd + (isPair ? 2 : 1), utf8.count)
    let isForeign = isCell && !Self.pythonCells.contains(name.text)
    cellBody = isForeign ? String(decoding: utf8[bodyStart...], as: UTF8.self) : nil
  }
}
