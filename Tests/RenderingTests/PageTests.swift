import Diagnostics
import Notebooks
import RunRecords
import Testing
import Words

@testable import Rendering

@Suite struct `A page` {
  private static let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>"

  private static let tasks = [
    Sample.task(
      [
        .text(.init(name: hostile, text: hostile)),
        .table(
          .init(
            name: hostile, columns: [.init(hostile)], rows: [[.text(hostile)]], notes: [hostile])),
        .metrics(.init(name: hostile, metrics: [.init(hostile, 1)])),
        .history(
          .init(name: hostile, metrics: [hostile], rows: [[1, 2], []], weightsSHA256: hostile)),
        .figure(
          .init(name: hostile, figure: Sample.chart([1]), alt: hostile, caption: hostile)),
        .error(.init(code: hostile, message: hostile)),
      ], id: "treino")
  ]

  private static let markdown = """
    ---
    title: '\(hostile)'
    author: '\(hostile)'
    lang: '\(hostile)'
    ---
    # Title <script>alert(1)</script>

    [a](javascript:alert(1)) ![b](https://example.org/x.png) ![c](javascript:x) $<script>$

    <script src="https://example.org/x.js"></script>

    ```html
    <script>alert(1)</script>
    ```

    ```yaml {.fit #treino}
    model: <script>
    ```
    """

  @Test func `runs nothing that an author or a record says`() {
    let page = Sample.page(Self.markdown, tasks: Self.tasks).lowercased()
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(!page.contains("href=\"javascript"))
    // Outside quotation marks, no tag has a handler among its attributes.
    let bare = page.replacing(#/"[^"]*"/#, with: "")
    #expect(bare.components(of: "<[^>]* on[a-z]+=").isEmpty)
  }

  @Test func `shows a finished drawing as an image, whoever made it`() {
    let svg = "<svg/></figure><script>alert(1)</script>"
    let figure = Figure(panels: [.init(.drawing(.init(svg: SVGFile(svg), plain: "<Figure>")))])
    let output = FigureOutput(name: "f", figure: figure, alt: "a <b> \"c\"")
    let page = Sample.page(
      "```yaml {.fit #s}\nx: 1\n```\n", tasks: [Sample.task([.figure(output)])])
    #expect(
      page.contains(
        "<figure class=\"figure\">\n<div class=\"card\">\n<div><img src=\"data:image/svg+xml;base64,"
          + "PHN2Zy8+PC9maWd1cmU+PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\" "
          + "alt=\"a &lt;b&gt; &quot;c&quot;\"></div>\n</div>\n</figure>"))
    #expect(!page.contains("<svg") && !page.contains("<script"))
  }

  @Test func `requests nothing`() throws {
    for page in [Sample.page(Self.markdown, tasks: Self.tasks), try golden()] {
      #expect(page.components(of: "(src|srcset|poster|data|action)=\"[^d]").isEmpty)
      #expect(page.components(of: "<(link|script|iframe|object|embed|base|form)").isEmpty)
      #expect(page.components(of: "url\\(|@import|<use").isEmpty)
      #expect(page.contains("default-src 'none'; style-src 'sha256-"))
      #expect(page.components(of: " style=").isEmpty)
    }
  }

  @Test func `has unique ids, and every link within it leads somewhere`() throws {
    let page = try golden()
    let ids = page.components(of: " id=\"([^\"]*)\"")
    #expect(Set(ids).count == ids.count)
    let targets = page.components(of: "href=\"#([^\"]*)\"")
    #expect(targets.contains("out:teste"))
    #expect(Set(targets).isSubset(of: ids))
    let labels = page.components(of: "aria-describedby=\"([^\"]*)\"")
      .flatMap { $0.split(separator: " ").map(String.init) }
    #expect(!labels.isEmpty && Set(labels).isSubset(of: ids))
  }

  @Test func `says language, title and what stood in for what`() throws {
    let page = try golden()
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"pt-BR\">"))
    #expect(page.contains("<title>Uma primeira rede convolucional</title>"))
    #expect(page.components(of: "<h1").count == 1)
    #expect(page.contains("com os dados “digits”, no lugar de “mnist”."))
    #expect(page.contains("semente 0 · epocas = 5 · dados digits (SHA-256 ab12ab12ab12)"))
  }

  @Test func `names no time`() throws {
    let page = try golden()
    #expect(!page.contains("2026-11-23") && !page.contains("10:15"))
  }

  @Test func `has the run's numbers in its prose`() {
    let text = "São [98 %](run:teste.accuracy) e [1](run:teste.loss)!\n"
    var lesson = Sample.lesson(text)
    lesson.links = lesson.notebook.runLinks.map {
      FilledLink($0, text: $0.target == "teste.loss" ? "2" : "99 %")
    }
    let page = String(decoding: HTMLPageRenderer().files(for: lesson)[0].bytes, as: UTF8.self)
    #expect(
      page.contains(
        "São <a href=\"#out:teste\">99 %</a> e <a href=\"#out:teste\">2</a>!"))
  }

  @Test func `has no title that gives a number's form, whether a run fills it or not`() {
    let text = "[1](run:a.x \"as 1,000\") [2](run:a.y 'of all') [3](run:a.z \"as of 2024\")\n"
    let page = Sample.page(text)
    #expect(page.contains("<a href=\"#out:a\">1</a>"))
    #expect(page.contains("title=\"of all\">2</a>") && page.contains("title=\"as of 2024\">3</a>"))
  }

  @Test func `holds the images that it is given`() {
    var lesson = Sample.lesson("![a \"b\"](x.png)\n")
    lesson.pictures = ["x.png": Picture(path: "x.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D])]
    let page = String(decoding: HTMLPageRenderer().files(for: lesson)[0].bytes, as: UTF8.self)
    #expect(page.contains("<img src=\"data:image/png;base64,iVBORw0=\" alt=\"a &quot;b&quot;\">"))
  }

  private func golden() throws -> String {
    String(decoding: try GoldenCase("lesson").files("html")[0].bytes, as: UTF8.self)
  }
}

extension String {
  /// What a regular expression finds: its first group, or all of the match.
  fileprivate func components(of pattern: String) -> [String] {
    guard let regex = try? Regex(pattern) else { return ["not a regular expression"] }
    return matches(of: regex).map { match in
      let group = match.output.count > 1 ? match.output[1] : match.output[0]
      return group.substring.map(String.init) ?? ""
    }
  }

  @Test func `has a link at each heading but the first, which keeps its name too`() {
    let page = Sample.page("# T\n\n## A b\n\n#### C\n\n[up](#t)\n")
    #expect(page.contains("<header>\n<h1 id=\"t\">T</h1>\n</header>"))
    #expect(
      page.contains(
        "<h2 id=\"a-b\">A b<a class=\"anchor\" href=\"#a-b\" aria-labelledby=\"a-b\"></a></h2>"))
    #expect(
      page.contains(
        "<h4 id=\"c\">C<a class=\"anchor\" href=\"#c\" aria-labelledby=\"c\"></a></h4>"))
    #expect(StrictPage(page).finds.isEmpty)
  }

  /// All that Caderno adds to a lesson whose language is Spanish.
  @Test func `is in Spanish where its lesson is`() {
    let words = Language.spanish.words
    let markdown = """
      ---
      lang: es-AR
      toc: true
      ---

      > [!TIP]
      > Uno[^1]

      ## Dos

      - [x] a
      - [ ] b

      ::: exercise
      ::: solution
      c
      :::
      :::

      [^1]: d
      """
    let table = TableOutput(
      name: "t", columns: [.init("x", heading: "x", format: .fixed(digits: 2))],
      rows: [[.number(1234.5)]])
    let figure = FigureOutput(name: "f", figure: Sample.chart([0.5, 0.25]), alt: "")
    let page = Sample.page(markdown, tasks: [Sample.task([.table(table), .figure(figure)])])
    #expect(page.contains("<html lang=\"es-AR\">"))
    for word in [
      words.tip, words.contents, words.footnotes, words.backToReference, words.doneTask,
      words.openTask, "\(words.exercise) 1", words.solution, words.madeWith, words.seed,
    ] {
      #expect(page.contains(word), "\(word)")
    }
    for word in [
      "Tip<", "Contents", "Footnotes", "Back to", "task<", "Exercise", "Solution", "Made with",
    ] {
      #expect(!page.contains(word), "\(word)")
    }
  }
}
