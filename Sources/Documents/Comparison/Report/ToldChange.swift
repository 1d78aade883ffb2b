public import Diagnostics

/// A change in words, taken apart for a table or a list.
public struct ToldChange: Hashable, Sendable {
  /// Two numbers and how far they are apart, as a report writes them.
  public struct Numbers: Hashable, Sendable {
    /// The first run's number.
    public var a: String
    /// The second run's number.
    public var b: String
    /// `b − a` with its sign, three digits that count; empty where it isn't finite.
    public var difference: String
    /// The distance as a part of the larger of both, in percent; empty where there is none.
    public var part: String
  }

  /// Where it is, such as "epoch 3, loss"; empty for a drawing as a whole.
  public var place: String
  /// Both numbers, where it is one that changed; nil for all else.
  public var numbers: Numbers?
  /// What changed where it is no number, a line each; removed and added words stand between the marks
  /// of `ReportInk`.
  public var lines: [String]
  /// How far both are apart, under the tolerance that held for their directive.
  public var verdict: Verdict

  /// A change that is no drawing's.
  public init(_ change: LeafChange, in language: Language) {
    self.init(change, isDrawing: false, language: language)
  }

  init(_ change: LeafChange, isDrawing: Bool, language: Language) {
    let writer = ChangeLines(language: language, style: ReportStyle(ink: .marks))
    verdict = change.verdict
    place = PlaceWords.text(change.place, in: language)
    lines = []
    if case .number(let a) = change.a, case .number(let b) = change.b {
      numbers = Numbers(a, b, change)
    } else if isDrawing, let words = writer.drawingWords(change) {
      (place, lines) = ("", words)
    } else {
      lines = writer.body(change).lines
    }
  }
}

extension ToldChange.Numbers {
  fileprivate init(_ a: Double, _ b: Double, _ change: LeafChange) {
    self.a = ChangeLines.number(a)
    self.b = ChangeLines.number(b)
    difference = change.difference.flatMap { $0.isFinite ? SmallNumber.signed($0) : nil } ?? ""
    part = change.relativeDifference.flatMap { $0.isFinite ? SmallNumber.percent($0) : nil } ?? ""
  }
}
