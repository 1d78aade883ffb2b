import Diagnostics
import Notebooks
import RunRecords
import Testing

@testable import Rendering

@Suite struct `A region's Markdown` {
  @Test func `has a history with headings in the lesson's language`() {
    let history = HistoryOutput(
      name: "h", metrics: ["loss", "accuracy"], rows: [[0.18372, 0.9418]], weightsSHA256: "")
    #expect(
      Sample.body([.history(history)], language: .portuguese) == """
        | época | loss | accuracy |
        | ----: | ---: | -------: |
        | 1 | 0,1837 | 0,9418 |
        """)
    #expect(Sample.body([.history(history)]).hasPrefix("| epoch | loss | accuracy |"))
  }

  @Test func `has a table in its columns' forms, without volatile ones`() {
    let table = TableOutput(
      name: "t",
      columns: [
        .init("a"), .init("n", format: .integer(grouped: true)),
        .init("p", format: .percent(digits: 1)),
        .init("s", heading: "seconds", format: .fixed(digits: 1), isVolatile: true),
      ],
      rows: [
        [.text("x"), .integer(93322), .number(0.98906), .number(3)],
        [.text("y"), .integer(-1234), .missing, .number(3)],
      ], notes: ["Total: 3", "# not a heading", "1. not a list"])
    #expect(
      Sample.body([.table(table)]) == """
        | a | n | p |
        | --- | ---: | ---: |
        | x | 93,322 | 98.9% |
        | y | -1,234 | – |

        - Total: 3
        - \\# not a heading
        - 1\\. not a list
        """)
  }

  @Test func `has metrics side by side, or below each other where there are many`() {
    let few = MetricsOutput(name: "m", metrics: [.init("loss", 0.03071), .init("nan", .nan)])
    #expect(
      Sample.body([.metrics(few)]) == "| loss | nan |\n| ---: | ---: |\n| 0.0307 | NaN |")
    let many = MetricsOutput(name: "m", metrics: (0..<7).map { .init("m\($0)", Double($0)) })
    #expect(Sample.body([.metrics(many)]).hasPrefix("| metric | value |\n| ------ | ----: |\n"))
  }

  @Test(arguments: [
    ("plain\n", "```text\nplain\n```"),
    ("a ``` b", "````text\na ``` b\n````"),
    ("`````", "``````text\n`````\n``````"),
    ("a\r\nb\rc\u{1B}[31m\u{0}", "```text\na\nc\u{FFFD}\n```"),
    ("<!-- /caderno:out sum=x -->", "```text\n<!-- /caderno:out sum=x -->\n```"),
  ])
  func `has text in a fence longer than any in it`(text: String, expected: String) {
    #expect(Sample.body([.text(.init(name: "t", text: text))]) == expected)
  }

  @Test func `has an error as a quotation`() {
    let error = ErrorOutput(code: "loss-not-finite", message: "epoch 1\n- batch *3*")
    #expect(
      Sample.body([.error(error)])
        == "> **Error** `loss-not-finite`\n>\n> epoch 1\n> \\- batch \\*3\\*")
  }

  @Test func `has figures by relative addresses`() {
    let figure = FigureOutput(
      name: "a/b", figure: Sample.chart([1, 2]), alt: "x] (y) [z\n![", caption: "c_1 *d*")
    let renderer = RegionRenderer(lessonName: "a lesson (1)", language: .english)
    let task = Sample.task([.figure(figure)], id: "../época")
    #expect(
      renderer.region(of: task).body
        == "![x\\] (y) \\[z \\!\\[](a%20lesson%20%281%29.files/---época-a-b.svg)\n\n*c_1 \\*d\\**")
    #expect(renderer.figures(of: task).map(\.path) == ["a lesson (1).files/---época-a-b.svg"])
  }

  @Test(arguments: [TaskRecord.Hiding.output, .all])
  func `is empty where outputs are hidden`(hiding: TaskRecord.Hiding) {
    var task = Sample.task([
      .text(.init(name: "t", text: "x")),
      .figure(.init(name: "f", figure: Sample.chart([1]), alt: "")),
    ])
    task.hide = hiding
    task.caption = "caption"
    let renderer = RegionRenderer(lessonName: "l", language: .english)
    #expect(renderer.region(of: task).body == "")
    #expect(renderer.figures(of: task) == [])
  }

  @Test func `names no time`() {
    var task = Sample.task([.text(.init(name: "t", text: "x"))])
    let renderer = RegionRenderer(lessonName: "l", language: .english)
    let before = renderer.region(of: task)
    task.seconds = 12.5
    task.status = .cached
    #expect(renderer.region(of: task) == before)
  }
}
