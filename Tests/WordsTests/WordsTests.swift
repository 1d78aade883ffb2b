import Diagnostics
import Testing

@testable import Words

/// What holds of the words of every language.
@Suite struct WordsTests {
  /// Names of languages' words that are English too.
  private static let shared: [Language: Set<String>] = [
    .portuguese: ["oneHot", "classes"], .spanish: ["oneHot", "error", "audio"],
  ]

  @Test(arguments: Language.allCases)
  func eachLanguageHasItsWords(_ language: Language) {
    #expect(language.words.language == language)
  }

  @Test(arguments: Language.allCases)
  func noWordIsEmptyOrHasBlanksAtItsEnds(_ language: Language) {
    for (name, word) in all(of: language.words) {
      #expect(!word.isEmpty && word.first != " " && word.last != " ", "\(name) of \(language)")
    }
  }

  @Test(arguments: Language.allCases.filter { $0 != .english })
  func everyWordIsTranslated(_ language: Language) {
    let english = all(of: Language.english.words)
    let own = all(of: language.words)
    #expect(own.keys.sorted() == english.keys.sorted())
    let same = own.filter { english[$0.key] == $0.value }.keys
    #expect(Set(same) == Self.shared[language])
  }

  /// What a sentence is told stands in it.
  @Test(arguments: Language.allCases)
  func sentencesSayWhatTheyAreTold(_ language: Language) {
    for (name, sentence) in sentences(of: language.words) {
      for part in sentence.told { #expect(sentence.text.contains(part), "\(name) of \(language)") }
    }
  }

  @Test func messagesOfOtherLanguagesAreInEnglish() {
    let message = Message("hint", pt: "dica")
    #expect(message.text(in: .portuguese) == "dica")
    #expect(message.text(in: .spanish) == "hint")
    #expect(Language(tag: "es-AR") == .spanish)
    #expect(Language(tag: "es_MX.UTF-8") == .spanish)
    #expect(Language(tag: "est") == nil)
  }

  /// Every word and sentence by its name.
  private func all(of words: any LessonWords) -> [String: String] {
    let plain = Mirror(reflecting: words).children.compactMap { child in
      (child.value as? String).map { (child.label ?? "", $0) }
    }
    let said = sentences(of: words).map { ($0.key, $0.value.text) }
    return Dictionary(uniqueKeysWithValues: plain + said)
  }

  private func sentences(
    of words: any LessonWords
  ) -> [String: (text: String, told: [String])] {
    [
      "line": (words.line(points: 31, from: "0,5", to: "0,7"), ["31", "0,5", "0,7"]),
      "largest": (words.largest("812"), ["812"]),
      "samplesAlt": (words.samplesAlt(9, "mnist", "5, 0"), ["9", "mnist", "5, 0"]),
      "curveAlt": (
        words.curveAlt("loss", from: "0,9", to: "0,1", epochs: 3), ["loss", "0,9", "0,1", "3"]
      ),
      "curveAlt of one": (
        words.curveAlt("loss", from: "0,9", to: "0,1", epochs: 1), ["loss", "0,9", "0,1", "1"]
      ),
      "confusionAlt": (words.confusionAlt(right: 91, of: 100), ["91", "100"]),
      "mistakeAlt": (words.mistakeAlt("4", takenFor: "9", count: 17), ["4", "9", "17"]),
      "predictionsAlt": (words.predictionsAlt(12, wrong: 5), ["12", "5"]),
      "substitute": (words.substitute("digits", for: "mnist"), ["digits", "mnist"]),
      "substituted": (words.substituted("mnist", by: "digits"), ["digits", "mnist"]),
    ]
  }
}
