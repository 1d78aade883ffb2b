import Diagnostics
import Testing

@testable import Notebooks

struct `A fence that does not run` {
  /// A page, and the places and codes of what is said about it.
  static let pages: [(page: String, findings: [String])] = [
    ("<details>\n```yaml {.value #v}\nvalue: 1\n```\n</details>\n", ["2 directive-in-html"]),
    ("<div>\n~~~ yaml {.value}\nvalue: 1\n~~~\n</div>\n", ["2 directive-in-html"]),
    ("<details>\n\n```yaml {.value #v}\nvalue: 1\n```\n\n</details>\n", []),
    ("<!-- on\n```yaml {.value #v}\nvalue: 1\n```\n\nend\n", ["2 directive-in-html"]),
    ("<!-- put away\n```yaml {.value #v}\nvalue: 1\n```\n-->\n", []),
    ("<pre>\n```yaml\nvalue: 1\n```\n</pre>\n", []),
    ("```yaml {.save}\npath: m\n```\n", ["1 unknown-directive"]),
    ("```yaml {.callout}\ntext\n```\n", ["1 unknown-directive"]),
    ("```{.callout}\ntext\n```\n", ["1 unknown-directive"]),
    ("```python {.save}\nm.save()\n```\n", ["1 unknown-directive"]),
    ("```yaml {.train #t}\nepochs: 1\n```\n", ["1 unknown-directive"]),
    ("```js {.train}\nf()\n```\n", []), ("```{.haskell}\nf\n```\n", []),
    ("```{.python .numberLines}\nf\n```\n", []), ("```js {.line}\nf()\n```\n", []),
    ("```python\nfrom keras import layers\n```\n", ["1 python-not-run"]),
    ("```py\nimport tensorflow as tf\n```\n\n```py\nimport keras\n```\n", ["1 python-not-run"]),
    ("```python\nprint(1)\n```\n", []),
    ("```python\nimport keras\n```\n\n```python {.keras}\n1\n```\n", []),
    ("\(keras)```{python setup, echo=FALSE}\n1\n```\n", ["5 foreign-cell"]),
    ("\(keras)<div>\n```py\n1\n```\n</div>\n", ["6 directive-in-html"]),
  ]
  static let keras = "---\ncaderno: {python: keras}\n---\n\n"

  func notebook(_ page: String) -> Notebook {
    let vocabulary = DirectiveVocabulary(
      kinds: ["value", "fit", "keras"].map {
        DirectiveSyntax(name: $0, body: $0 == "keras" ? .notation : .yaml)
      },
      commonOptions: ["caption"])
    return Notebook(
      source: SourceText(file: "a.md", bytes: Array(page.utf8)), vocabulary: vocabulary)
  }

  @Test(arguments: pages.indices)
  func `is named where it stands`(index: Int) {
    let (page, expected) = Self.pages[index]
    let notebook = notebook(page)
    let found = notebook.diagnostics.map {
      "\(notebook.source.position(at: $0.range.lowerBound).line) \($0.code)"
    }
    #expect(found == expected, "\(page)")
  }

  /// Whole messages in both languages.
  @Test func `is told of in both languages`() {
    let pages = [
      "<details>\n```yaml {.value}\n```\n</details>\n", "<!--\n```yaml {.value}\n```\n",
      "```python\nimport keras\n```\n", "\(Self.keras)```{python a}\n```\n",
      "```yaml {.train}\n```\n",
    ]
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
        a.md:2:1: warning: '.value' inside HTML does not run [directive-in-html]
            2 | ```yaml {.value}
              | ^~~~~~~~~~~~~~~~
          hint: leave a blank line before the fence

        """,
        """
        a.md:2:1: aviso: '.value' dentro de HTML não é executado [directive-in-html]
            2 | ```yaml {.value}
              | ^~~~~~~~~~~~~~~~
          dica: deixe uma linha em branco antes do bloco

        """,
        """
        a.md:2:1: warning: '.value' in a comment that never ends does not run [directive-in-html]
            2 | ```yaml {.value}
              | ^~~~~~~~~~~~~~~~
          hint: end the comment that begins in line 1 with -->

        """,
        """
        a.md:2:1: aviso: '.value' num comentário que nunca termina não é executado [directive-in-html]
            2 | ```yaml {.value}
              | ^~~~~~~~~~~~~~~~
          dica: termine com --> o comentário que começa na linha 1

        """,
        """
        a.md:1:4: note: the Keras code on this page does not run [python-not-run]
            1 | ```python
              |    ^~~~~~
          hint: 'caderno: {python: keras}' in the front matter runs it

        """,
        """
        a.md:1:4: nota: o código Keras desta página não é executado [python-not-run]
            1 | ```python
              |    ^~~~~~
          dica: 'caderno: {python: keras}' no cabeçalho o executa

        """,
        """
        a.md:5:4: warning: this cell has settings of another program: it does not run [foreign-cell]
            5 | ```{python a}
              |    ^~~~~~~~~~
          hint: write it as ```python

        """,
        """
        a.md:5:4: aviso: esta célula tem configurações de outro programa: ela não é executada [foreign-cell]
            5 | ```{python a}
              |    ^~~~~~~~~~
          dica: escreva-a como ```python

        """,
        """
        a.md:1:10: warning: unknown directive '.train': it does not run [unknown-directive]
            1 | ```yaml {.train}
              |          ^~~~~~
          hint: did you mean '.fit'?

        """,
        """
        a.md:1:10: aviso: diretiva desconhecida '.train': ela não é executada [unknown-directive]
            1 | ```yaml {.train}
              |          ^~~~~~
          dica: você quis dizer '.fit'?

        """,
      ])
  }

  @Test(arguments: [
    "python", "py", "python3", "Python", "PYTHON", "{python}", "{code-cell}",
    "{code-cell} ipython3",
    "{.python}", "python {#a}", "Python {caption=\"c\"}",
  ])
  func `is no fence of Python by any of its names where they run`(info: String) {
    let notebook = notebook("\(Self.keras)```\(info)\nprint(1)\n```\n")
    #expect(notebook.directives.map(\.kind) == ["keras"])
    #expect(notebook.diagnostics.isEmpty)
    #expect(self.notebook("```\(info)\nprint(1)\n```\n").directives.isEmpty)
  }
}
