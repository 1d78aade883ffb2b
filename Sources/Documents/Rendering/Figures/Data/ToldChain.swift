internal import Diagnostics
internal import RunRecords
internal import Words

/// A chain of boxes, such as the layers of a network, in words and numbers.
struct ToldChain {
  let chain: Figure.Chain
  let title: String
  let language: Language

  /// More boxes than this make no sentence that anyone hears to its end.
  private static let mostLinks = 40

  init(_ chain: Figure.Chain, title: String?, language: Language) {
    (self.chain, self.title, self.language) = (chain, title ?? "", language)
  }

  /// A sentence: each box with what it gives, in their order.
  var summary: String {
    let parts = chain.links.prefix(Self.mostLinks).map { link in
      [link.kind, link.name ?? "", link.detail, amount(of: link)].filter { !$0.isEmpty }
        .joined(separator: ", ")
    }
    let rest = chain.links.count - parts.count
    let text = (parts + (rest > 0 ? [language.words.more(rest)] : [])).joined(separator: "; ")
    return title.isEmpty ? text : "\(title): \(text)"
  }

  /// A row for each box.
  var table: TextTable {
    let rows = ShownRows(of: chain.links.count)
    let words = language.words
    var table = TextTable(
      columns: [
        .init(heading: words.layer, isNumeric: false), .init(heading: words.type, isNumeric: false),
        .init(heading: words.outputShape, isNumeric: false),
        .init(heading: chain.valueLabel, isNumeric: true),
      ],
      rows: rows.indices.map { index in
        let link = chain.links[index]
        return [link.name ?? "", link.kind, link.detail, number(of: link)]
      })
    table.notes = rows.notes(in: language)
    return table
  }

  private func amount(of link: Figure.Chain.Link) -> String {
    guard link.value != nil, !chain.valueLabel.isEmpty else { return number(of: link) }
    return "\(number(of: link)) \(chain.valueLabel)"
  }

  private func number(of link: Figure.Chain.Link) -> String {
    link.value.map { NumberForm(.integer(grouped: true), in: language).text($0) } ?? ""
  }
}
