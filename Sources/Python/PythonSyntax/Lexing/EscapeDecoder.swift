/// Resolves the escapes of string and bytes literals.
///
/// An escape that Python doesn't know keeps its backslash, as in CPython (which warns).
struct EscapeDecoder {
  private let input: ArraySlice<UInt8>
  private let isBytes: Bool
  private let place: Range<Int>
  private var index: Int
  private var output: [UInt8] = []
  /// The first escape that Python doesn't know.
  private var unknown: UnknownEscape?

  private init(_ input: ArraySlice<UInt8>, isBytes: Bool, at place: Range<Int>) {
    self.input = input
    self.isBytes = isBytes
    self.place = place
    index = input.startIndex
  }

  /// The text of a literal's content, and the first escape in it that Python doesn't know; `place` is where
  /// errors point.
  static func text(
    _ content: ArraySlice<UInt8>, isRaw: Bool, at place: Range<Int>
  ) throws(SyntaxError) -> (String, UnknownEscape?) {
    var decoder = EscapeDecoder(content, isBytes: false, at: place)
    let text = String(decoding: try decoder.run(isRaw: isRaw), as: UTF8.self)
    return (text, decoder.unknown)
  }

  /// The bytes of a bytes literal's content.
  static func bytes(
    _ content: ArraySlice<UInt8>, isRaw: Bool, at place: Range<Int>
  ) throws(SyntaxError) -> ([UInt8], UnknownEscape?) {
    guard content.allSatisfy({ $0 < 0x80 }) else { throw SyntaxError(.nonASCIIBytes, place) }
    var decoder = EscapeDecoder(content, isBytes: true, at: place)
    let bytes = try decoder.run(isRaw: isRaw)
    return (bytes, decoder.unknown)
  }

  private mutating func run(isRaw: Bool) throws(SyntaxError) -> [UInt8] {
    output.reserveCapacity(input.count)
    while index < input.endIndex {
      let byte = input[index]
      index += 1
      if byte == 0x0D {
        if current == 0x0A { index += 1 }
        output.append(0x0A)
      } else if byte == 0x5C && !isRaw {
        try escape()
      } else {
        output.append(byte)
      }
    }
    return output
  }

  private var current: UInt8? { index < input.endIndex ? input[index] : nil }

  private static let simple: [UInt8: UInt8] = [
    0x5C: 0x5C, 0x27: 0x27, 0x22: 0x22, 0x61: 0x07, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A,
    0x72: 0x0D, 0x74: 0x09, 0x76: 0x0B,
  ]

  private mutating func escape() throws(SyntaxError) {
    guard let byte = current else { return output.append(0x5C) }
    index += 1
    if let simple = Self.simple[byte] { return output.append(simple) }
    switch byte {
    case 0x0A: break
    case 0x0D: if current == 0x0A { index += 1 }
    case 0x30...0x37: octal(byte)
    case 0x78: try hexadecimal("\\xXX", 2)
    case 0x75 where !isBytes: try hexadecimal("\\uXXXX", 4)
    case 0x55 where !isBytes: try hexadecimal("\\UXXXXXXXX", 8)
    case 0x4E where !isBytes: throw SyntaxError(.unsupportedEscape("\\N{…}"), place)
    default:
      note("\\" + String(Character(Unicode.Scalar(byte))), isOctal: false)
      output += [0x5C, byte]
    }
  }

  private mutating func note(_ text: String, isOctal: Bool) {
    unknown = unknown ?? UnknownEscape(text: text, isOctal: isOctal, offset: place.lowerBound)
  }

  private mutating func octal(_ first: UInt8) {
    let start = index - 1
    var value = UInt32(first - 0x30)
    for _ in 0..<2 {
      guard let byte = current, 0x30...0x37 ~= byte else { break }
      value = value * 8 + UInt32(byte - 0x30)
      index += 1
    }
    if value > 0o377 {
      note("\\" + String(decoding: input[start..<index], as: UTF8.self), isOctal: true)
    }
    append(value)
  }

  /// - Parameter form: the escape as CPython's messages write it.
  private mutating func hexadecimal(_ form: String, _ count: Int) throws(SyntaxError) {
    let start = index - 2
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let byte = current,
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else {
        throw SyntaxError(
          isBytes
            ? .brokenByteEscape(start - input.startIndex) : .brokenEscape(form, decoded(start)),
          place)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    if !isBytes, Unicode.Scalar(value) == nil {
      // Python's strings may hold half of a surrogate pair; ours, being UTF-8, may not.
      let name = String(form.prefix(2)) + String(value, radix: 16)
      throw SyntaxError(
        value > 0x10FFFF ? .illegalCharacter(decoded(start)) : .unsupportedEscape(name), place)
    }
    append(value)
  }

  /// Where the bytes from `start` to here stand in what CPython decodes: there each character outside of ASCII is
  /// an escape of ten.
  private func decoded(_ start: Int) -> Range<Int> {
    let before = String(decoding: input[input.startIndex..<start], as: UTF8.self)
    let first = before.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 10) }
    return first..<first + index - start
  }

  private mutating func append(_ value: UInt32) {
    if isBytes { return output.append(UInt8(truncatingIfNeeded: value)) }
    guard let scalar = Unicode.Scalar(value) else { return }
    output += Array(String(Character(scalar)).utf8)
  }
}
