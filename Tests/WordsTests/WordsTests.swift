import Diagnostics
import Testing

@testable import Words

/// What holds of the words of every language.
@Suite struct WordsTests {
  /// Names of languages' words that are English too.
  private static let shared: [Language: Set<String>] = [
    .portuguese: ["oneHot", "classes", "pixel", "pixels"], .spanish: ["oneHot", "error", "audio"],
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
      "weight of": (words.weight(of: "dense"), ["dense"]),
      "barsAlt": (
        words.barsAlt("x", of: 10, from: ("0,5", "7"), to: ("0,9", "4")),
        ["x", "10", "0,5", "7", "0,9", "4"]
      ),
      "calibration": (
        words.calibration(error: "0,02", examples: "300", bins: 12), ["0,02", "300", "12"]
      ),
      "calibrationAlt": (words.calibrationAlt(surer: 3, of: 8), ["3", "8"]),
      "histogramAlt": (words.histogramAlt("x", "y"), ["x", "y"]),
      "numbersNear": (words.numbersNear("0,5", count: "31"), ["0,5", "31"]),
      "architectureAlt": (
        words.architectureAlt("net", "Dense", parameters: "31"), ["net", "Dense", "31"]
      ),
      "kernelsAlt": (words.kernelsAlt(8, of: 16, "conv"), ["8", "16", "conv"]),
      "kernelsCaption": (words.kernelsCaption(largest: "0,5"), ["−0,5", " 0,5"]),
      "mapsAlt": (words.mapsAlt(8, of: 16, "conv", 3), ["8", "16", "conv", "3"]),
      "unitsAlt": (words.unitsAlt(10, "dense", 3), ["10", "dense", "3"]),
      "shadesCaption": (words.shadesCaption(from: "0,1", to: "0,5"), ["0,1", "0,5"]),
      "saliencyAlt": (words.saliencyAlt("7", 31), ["7", "31"]),
      "saliencyCaption": (words.saliencyCaption("7", largest: "0,5"), ["7", "0,5"]),
      "gradCAMAlt": (words.gradCAMAlt("7", 31, "conv"), ["7", "31", "conv"]),
      "gradCAMCaption": (
        words.gradCAMCaption("7", "conv", largest: "0,5"), ["7", "conv", "0,5"]
      ),
      "gradCAMNothing": (words.gradCAMNothing("7", "conv"), ["7", "conv"]),
      "point": (words.point("loss", "0,5"), ["loss", "0,5"]),
      "curve": (
        words.curve("loss", points: "31", from: "0,9", to: "0,2", least: "0,1", greatest: "0,95"),
        ["loss", "31", "0,9", "0,2", "0,1", "0,95"]
      ),
      "noValues": (words.noValues("loss"), ["loss"]),
      "notFinite": (words.notFinite(3), ["3"]),
      "more": (words.more(3), ["3"]),
      "matrix": (words.matrix("3 × 4", least: "0", greatest: "31"), ["3 × 4", "0", "31"]),
      "pictures of": (words.pictures(3), ["3"]),
      "one picture": (words.pictures(1), ["1"]),
      "pixels from": (words.pixels(from: "0", to: "255"), ["0", "255"]),
      "marked": (words.marked(3), ["3"]),
      "rows": (words.rows("40", of: "300"), ["40", "300"]),
      "columns": (words.columns(32, of: 64), ["32", "64"]),
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
