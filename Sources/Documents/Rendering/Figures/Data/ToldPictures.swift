internal import Diagnostics
internal import RunRecords
internal import Words

/// Pictures in words and numbers: their titles and captions, and what their pixels come to.
struct ToldPictures {
  /// What is known of one picture.
  struct Entry {
    var title: String
    var caption = ""
    /// Height and width; empty where they aren't known.
    var size = ""
    /// The least and the greatest pixel; nil for none that is finite.
    var pixels: (least: Double, greatest: Double)?
    var isMarked = false
  }

  let entries: [Entry]
  let language: Language
  private let numbers: ToldNumbers

  init(_ entries: [Entry], language: Language) {
    (self.entries, self.language) = (entries, language)
    numbers = ToldNumbers(
      entries.compactMap(\.pixels).flatMap { [$0.least, $0.greatest] }, in: language)
  }

  /// A sentence: how many there are, and the least and the greatest pixel.
  var summary: String {
    let count = language.words.pictures(entries.count)
    let pixels = entries.compactMap(\.pixels)
    let marked = entries.count { $0.isMarked }
    var parts = [count]
    if let least = pixels.map(\.least).min(), let greatest = pixels.map(\.greatest).max() {
      parts.append(
        language.words.pixels(from: numbers.text(least), to: numbers.text(greatest)))
    }
    if marked > 0 { parts.append(language.words.marked(marked)) }
    return parts.joined(separator: ", ")
  }

  /// A row for each picture, and a column for what any of them has.
  var table: TextTable {
    let rows = ShownRows(of: entries.count)
    let words = language.words
    let columns: [(heading: String, cell: (Entry) -> String)] = [
      (words.pictureTitle, \.title), (words.caption, \.caption), (words.size, \.size),
      (words.pixels, { range(of: $0) }),
    ].filter { column in entries.contains { !column.1($0).isEmpty } }
    var table = TextTable(
      columns: [.init(heading: words.picture, isNumeric: true)]
        + columns.map { .init(heading: $0.heading, isNumeric: false) },
      rows: rows.indices.map { index in ["\(index + 1)"] + columns.map { $0.cell(entries[index]) } }
    )
    table.notes = rows.notes(in: language)
    return table
  }

  private func range(of entry: Entry) -> String {
    guard let (least, greatest) = entry.pixels else { return "" }
    let (low, high) = (numbers.text(least), numbers.text(greatest))
    return low == high ? low : "\(low) … \(high)"
  }
}

extension ToldPictures.Entry {
  init(_ picture: Figure.Picture, title: String?) {
    self.init(
      title: title ?? "", caption: picture.caption ?? "",
      size: "\(picture.height) × \(picture.width)", isMarked: picture.isMarked)
    guard let least = picture.pixels.min(), let greatest = picture.pixels.max() else { return }
    pixels = (Double(least), Double(greatest))
  }

  /// A picture of a finished drawing, of which the pixels are known.
  init(pixels values: [Double], title: String?) {
    self.init(title: title ?? "")
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return }
    pixels = (least, greatest)
  }
}
