import Foundation
import Testing

@testable import Texts

/// Generated inputs: the same at every run.
struct TextMaker {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func word() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = (state ^ state >> 32) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }

  mutating func below(_ bound: Int) -> Int { Int(word() % UInt64(bound)) }

  mutating func bytes(_ most: Int) -> [UInt8] {
    (0..<below(most + 1)).map { _ in UInt8(truncatingIfNeeded: word()) }
  }

  /// Letters, signs with a meaning somewhere, controls, marks that join, and any other scalar.
  mutating func text(_ most: Int = 12) -> String {
    let marks = Array(
      "&<>\"'\\;#x27amp=\u{0}\u{8}\t\n\r\u{1F}\u{7F}\u{85}\u{301}\u{200D}é€𝄞\u{FFFE}".unicodeScalars
    )
    var scalars = String.UnicodeScalarView()
    for _ in 0..<below(most + 1) {
      let any = Unicode.Scalar(UInt32(below(0x11_0000)))
      scalars.append(below(4) == 0 ? any ?? "a" : marks[below(marks.count)])
    }
    return String(scalars)
  }
}

@Suite struct TextLaws {
  private static let seeds = UInt64(0)..<500

  @Test func `JSON's strings are what they were, for Foundation`() throws {
    for seed in Self.seeds {
      var maker = TextMaker(seed)
      let text = maker.text()
      for isASCII in [false, true] {
        let written = JSONQuotes.text(text, isASCII: isASCII)
        let read = try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8))
        #expect(Array(read[0].unicodeScalars) == Array(text.unicodeScalars))
        #expect(!isASCII || written.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
      }
    }
  }

  @Test(arguments: [MarkupText.Quotes.kept, .double, .both, .python])
  func `markup comes back, and holds no sign of its own`(quotes: MarkupText.Quotes) {
    for seed in Self.seeds {
      var maker = TextMaker(seed)
      let text = maker.text()
      let written = MarkupText.escaped(text, quotes: quotes)
      #expect(Array(MarkupText.unescaped(written).unicodeScalars) == Array(text.unicodeScalars))
      #expect(
        !written.utf8.contains(UInt8(ascii: "<")) && !written.utf8.contains(UInt8(ascii: ">")))
      #expect(quotes == .kept || !written.utf8.contains(UInt8(ascii: "\"")))
    }
  }

  @Test func `a quoted text ends at its last mark, and comes back`() {
    for seed in Self.seeds {
      var maker = TextMaker(seed)
      let text = maker.text()
      var rest = QuotedText.text(text).unicodeScalars.dropFirst()
      var read = String.UnicodeScalarView()
      while let scalar = rest.popFirst(), scalar != "\"" {
        read.append(scalar == "\\" ? rest.popFirst() ?? scalar : scalar)
      }
      #expect(rest.isEmpty && Array(read) == Array(text.unicodeScalars))
    }
  }

  @Test func `XML's reader takes what is lawful`() throws {
    for seed in Self.seeds {
      var maker = TextMaker(seed)
      let text = MarkupText.lawful(maker.text(), lines: seed.isMultiple(of: 2))
      for scalar in text.unicodeScalars {
        let isBlank = scalar == "\t" || scalar == "\n"
        #expect(
          scalar.value >= 0x20 ? scalar.value | 1 != 0xFFFF : isBlank && seed.isMultiple(of: 2))
      }
    }
  }

  @Test func `letters of Base64 are the bytes`() {
    for seed in Self.seeds {
      var maker = TextMaker(seed)
      let bytes = maker.bytes(40)
      #expect(Base64.bytes(Base64.text(bytes)) == bytes)
      #expect(!Base64.addressText(bytes).contains { "+/=".contains($0) })
    }
  }

  @Test func `floats read back as the same bits, with the fewest digits`() {
    for seed in Self.seeds {
      var maker = TextMaker(seed)
      let value = Double(bitPattern: maker.word())
      guard value.isFinite else { continue }
      #expect(Double(FloatText.repr(value))?.bitPattern == value.bitPattern)
      let (digits, point) = FloatText.digits(of: value)
      #expect(Double("0.\(digits)e\(point)") == value.magnitude)
      #expect(Double(FloatText.scientific(value, digits.count - 1)) == value)
      if digits.count > 1 {
        #expect(Double(FloatText.scientific(value, digits.count - 2)) != value)
      }
      let half = Float(bitPattern: UInt32(truncatingIfNeeded: maker.word()))
      if half.isFinite {
        let (digits, point) = FloatText.digits(of: half)
        #expect(Float("0.\(digits)e\(point)") == half.magnitude)
      }
    }
  }
}
