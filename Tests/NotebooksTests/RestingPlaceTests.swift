import Diagnostics
import Testing

@testable import Notebooks

/// Places where a fence can stand, and what becomes of one that would run elsewhere.
enum FencePlace: CaseIterable {
  case top, underText, threeBlanks, detailsWithBlankLine
  case details, div, pre, openComment
  case list, numberedList, quotation, listInQuotation
  case fourBlanks, tab, fourBlanksUnderText, indentedInList, indentedInQuotation
  case comment, longerFence, longerTildeFence, fenceInList

  /// Nil where it runs, an empty text where nothing is said: the author put it away or shows it.
  var code: String? {
    switch self {
    case .top, .underText, .threeBlanks, .detailsWithBlankLine: nil
    case .details, .div, .pre, .openComment: "directive-in-html"
    case .list, .numberedList, .quotation, .listInQuotation: "nested-directive"
    case .fourBlanks, .tab, .fourBlanksUnderText, .indentedInList, .indentedInQuotation:
      "indented-directive"
    case .comment, .longerFence, .longerTildeFence, .fenceInList: ""
    }
  }

  func page(_ fence: String) -> String {
    switch self {
    case .top: fence
    case .underText: "text\n" + fence
    case .threeBlanks: fence.indented("   ")
    case .detailsWithBlankLine: "<details>\n\n\(fence)\n</details>\n"
    case .details: "<details>\n<summary>x</summary>\n\(fence)</details>\n"
    case .div: "<div>\n\(fence)</div>\n"
    case .pre: "<pre>\n\(fence)</pre>\n"
    case .openComment: "<!-- from here on\n\(fence)"
    case .list: fence.indented("  ", first: "- ")
    case .numberedList: "1. x\n\n" + fence.indented("   ")
    case .quotation: fence.indented("> ")
    case .listInQuotation: fence.indented(">   ", first: "> - ")
    case .fourBlanks: fence.indented("    ")
    case .tab: fence.indented("\t")
    case .fourBlanksUnderText: "text\n" + fence.indented("    ")
    case .indentedInList: "- x\n\n" + fence.indented("      ")
    case .indentedInQuotation: fence.indented(">     ")
    case .comment: "<!--\n\(fence)-->\n"
    case .longerFence: "`````markdown\n\(fence)`````\n"
    case .longerTildeFence: "~~~~~\n\(fence)~~~~~\n"
    case .fenceInList: ("`````\n\(fence)`````\n").indented("  ", first: "- ")
    }
  }
}

extension String {
  fileprivate func indented(_ blanks: String, first: String? = nil) -> String {
    split(separator: "\n").enumerated()
      .map { ($0.offset == 0 ? first ?? blanks : blanks) + $0.element + "\n" }.joined()
  }
}

extension `A fence that does not run` {
  private static let infos = [
    "yaml {.value #v}", "{.value}", "yaml {.fit epochs=2}", "python {.keras}", "python", "py",
    "python3", "Python", "{python}", "{code-cell}",
  ]

  /// Every place by every kind of fence: it runs, or lint names it, or it is put away.
  @Test(arguments: FencePlace.allCases)
  func `is named wherever it stands`(place: FencePlace) {
    for info in Self.infos {
      for mark in ["```", "~~~", "````", "~~~~"] {
        let page = Self.keras + "# T\n\n" + place.page("\(mark)\(info)\nvalue: 1\n\(mark)\n")
        let notebook = notebook(page)
        #expect(notebook.directives.count == (place.code == nil ? 1 : 0), "\(page)")
        let expected = place.code.map { $0.isEmpty ? [] : [$0] } ?? []
        #expect(notebook.diagnostics.map(\.code) == expected, "\(page)")
        for finding in notebook.diagnostics {
          let shown = String(decoding: notebook.source.bytes[finding.range], as: UTF8.self)
          #expect(shown.hasSuffix(mark + info), "\(shown) in \(page)")
        }
      }
    }
  }

  @Test(arguments: [
    // What was to close it opens one then.
    ("```yaml {.value caption=\"`a`\"}\nvalue: 1\n```\n", ["backtick-in-fence", "unclosed-fence"]),
    ("text\n> ```yaml {.value #`v`}\n> value: 1\n> ```\n", ["backtick-in-fence"]),
    ("~~~yaml {.value caption=\"`a`\"}\nvalue: 1\n~~~\n", []),
    ("```yaml {.value}``` is how it begins.\n", []),
    ("Write\n```yaml {.value}``` there.\n", []),
  ])
  func `has no backticks behind those that open it`(page: String, codes: [String]) {
    #expect(notebook(page).diagnostics.map(\.code) == codes)
  }

  @Test func `by its blanks or backticks is told of in both languages`() {
    let pages = ["    ```yaml {.value}\n", "```yaml {.value #`a`}\nvalue: 1\n"]
    let lines = pages.flatMap { page in
      let notebook = notebook(page)
      return [Language.english, .portuguese].map { language in
        DiagnosticFormatter(source: notebook.source, language: language, color: false)
          .format(notebook.diagnostics)
      }
    }
    #expect(
      lines == [
        """
        a.md:1:5: warning: '.value' indented so far does not run [indented-directive]
            1 |     ```yaml {.value}
              |     ^~~~~~~~~~~~~~~~
          hint: leave at most three blanks before the fence

        """,
        """
        a.md:1:5: aviso: '.value' com tanto recuo não é executado [indented-directive]
            1 |     ```yaml {.value}
              |     ^~~~~~~~~~~~~~~~
          dica: deixe no máximo três espaços antes do bloco

        """,
        """
        a.md:1:1: warning: '.value' does not run: a fence of backticks has none behind them in its first line [backtick-in-fence]
            1 | ```yaml {.value #`a`}
              | ^~~~~~~~~~~~~~~~~~~~~
          hint: open and close it with ~~~

        """,
        """
        a.md:1:1: aviso: '.value' não é executado: depois das crases que abrem um bloco não pode haver outras na linha [backtick-in-fence]
            1 | ```yaml {.value #`a`}
              | ^~~~~~~~~~~~~~~~~~~~~
          dica: abra e feche com ~~~

        """,
      ])
  }
}
