public import Diagnostics
internal import RunRecords

extension TaskComparison {
  /// What became of the directive, such as "different, edited".
  public func words(in language: Language) -> String {
    var words = [ReportWords.verdict(verdict)]
    if fate == .added { words = [ReportWords.added] }
    if fate == .removed { words = [ReportWords.removed] }
    if isMoved { words.append(ReportWords.moved) }
    if isEdited { words.append(ReportWords.edited) }
    if isReordered { words.append(ReportWords.reordered) }
    if isRenamed, let a { words.append(ReportWords.renamed(a.id)) }
    return words.map { $0.text(in: language) }.joined(separator: ", ")
  }
}

extension OutputComparison {
  /// The output's kind, and whether one run alone has it, such as "table, added".
  public func words(in language: Language) -> String {
    var word = kind
    if isRemoved { word += ", \(ReportWords.removed.text(in: language))" }
    if isAdded { word += ", \(ReportWords.added.text(in: language))" }
    return word
  }

  /// What one run alone has, a sentence a side: its first place, and how many more there are.
  public func onlyWords(in language: Language) -> [String] {
    [("A", onlyInA), ("B", onlyInB)].compactMap { side, places in
      places.first.map {
        ReportWords.only(places.count, in: side, PlaceWords.text($0, in: language)).text(
          in: language)
      }
    }
  }

  /// What differs, for who shows it otherwise than as lines of a report.
  public func told(in language: Language) -> [ToldChange] {
    changes.map { ToldChange($0, isDrawing: isDrawing, language: language) }
  }
}
