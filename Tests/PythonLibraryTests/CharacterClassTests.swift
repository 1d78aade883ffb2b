import Foundation
import TestPrograms
import Testing
import TestSupport

@testable import PythonLibrary

/// What characters are for CPython's `re` (Tests/Oracles/patterns_cpython.py).
private struct CharacterOracle: Decodable {
  /// Letters that are the same where case is ignored.
  let cases: [String]
  /// The first and the last of each run of characters in a class, by its name.
  let classes: [String: [[UInt32]]]

  static let shared: CharacterOracle = Fixture.read("PythonLibrary/characters.json")
}

struct `A character` {
  @Test func `has the cases that it has in CPython`() throws {
    let cases = CharacterOracle.shared.cases
    #expect(cases.count > 1300)
    for family in cases {
      let letters = Set(family.unicodeScalars.map(\.value))
      for letter in letters {
        let forms = Set(LetterCases.forms(of: letter, isASCII: false))
        #expect(forms == letters, "\(family)")
      }
    }
    let all = LetterCases.adding(to: [0...0x10FFFF], isASCII: false).dropFirst()
    #expect(
      Set(all.map(\.lowerBound)).isSuperset(
        of: cases.joined().flatMap(\.unicodeScalars).map(\.value)))
  }

  /// Up to where PCRE2 10.42, which knows Unicode 14, and CPython 3.12 with Unicode 15 know the same.
  @Test(arguments: [#"\d"#, #"\s"#, #"\w"#, #"\D"#, #"\S"#, #"\W"#, "[a\\W]", "[^\\w]"])
  func `is in the classes in which it is for CPython`(name: String) throws {
    let runs = try #require(CharacterOracle.shared.classes[name])
    let printed = Interpreter().printed(
      """
      import re
      known = set(c for a, b in \(runs) for c in range(a, b + 1))
      text = ''.join(chr(c) for c in range(0x3000))
      found = set(ord(c) for c in re.findall(r'\(name)', text))
      print([hex(c) for c in sorted(found ^ known)])
      """)
    #expect(printed == "[]\n")
  }
}
