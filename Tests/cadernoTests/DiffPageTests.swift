import Foundation
import Testing

struct `A diff page` {
  @Test func `begins with a summary that links to what differs`() throws {
    let page = try Self.page(of: "epochs: 2", "epochs: 3")
    for part in [
      "<h2 id=\"summary\">Summary</h2>", "<dt>equal</dt><dd>2</dd>", "<dt>different</dt><dd>2</dd>",
      "<dt>new</dt><dd>0</dd>", "<dt>gone</dt><dd>0</dd>",
      "<a href=\"#step:2\">t</a> (fit): different, edited; because: option epochs: 2 → 3",
      "<section class=\"step different\" id=\"step:2\">", "Largest relative difference: <strong>",
      "<summary>2 directives without a difference</summary>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test func `tells old from new by more than color`() throws {
    let page = try Self.page(of: "epochs: 2", "epochs: 2\nseed: 5")
    #expect(page.contains("<th scope=\"col\" class=\"right\">A (old)</th>"))
    #expect(page.contains("<th scope=\"col\" class=\"right\">B (new)</th>"))
    #expect(
      page.firstMatch(of: /<td class="right"><del>[^<]+<\/del><\/td><td class="right"><ins>/) != nil
    )
    #expect(page.contains("<del><span class=\"unseen\">[old:] </span>"))
    #expect(page.contains("<ins><span class=\"unseen\">[new:] </span>"))
    #expect(!page.contains("</del><ins>"))
    #expect(page.contains("text-decoration:line-through"))
  }

  @Test func `draws both curves on common axes, and their difference below`() throws {
    let page = try Self.page(of: "epochs: 2", "epochs: 3")
    #expect(page.contains("Above, both runs: A dashed, B solid. Below, B − A."))
    for label in ["loss A", "loss B", "B − A", "zero"] {
      #expect(page.contains(">\(label)</text>"), "\(label)")
    }
    #expect(!page.contains("Their scales differ much"))
  }

  @Test func `shows each run alone, too, where scales differ`() throws {
    let page = try Self.page(
      of: "epochs: 3", "epochs: 3", optimizer: "RMSprop(learning_rate=0.5)")
    #expect(page.contains("Their scales differ much, so each run is shown alone, too."))
    #expect(page.contains(">loss, A</text>") && page.contains(">loss, B</text>"))
  }

  @Test func `can be used by keyboard, without a script`() throws {
    let page = try Self.page(of: "epochs: 2", "epochs: 3")
    #expect(page.contains("<body>\n<a class=\"skip\" href=\"#differences\">"))
    #expect(page.contains("<h2 id=\"differences\" tabindex=\"-1\">"))
    #expect(!page.contains("<script"))
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let boxes = page.matches(of: /<div class="scroll"[^>]*>/).map { String($0.0) }
    #expect(!boxes.isEmpty)
    #expect(boxes.allSatisfy { $0.contains("tabindex=\"0\" role=\"group\" aria-label=\"") })
  }

  @Test func `gives no id twice, and links only to ids that are there`() throws {
    let page = try Self.page(of: "epochs: 2", "epochs: 3")
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let links = page.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(!links.isEmpty && Set(links).isSubset(of: ids))
  }

  @Test func `speaks Portuguese`() throws {
    let page = try Self.page(of: "epochs: 2", "epochs: 3", language: "pt-BR")
    for part in [
      "<html lang=\"pt\">", "Resumo</h2>", "Ir para as diferenças", "<dt>iguais</dt>",
      "Maior diferença relativa", "A (antes)", "B (depois)", ">época</text>",
      "<span class=\"unseen\">[antes:] </span>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test func `of two lessons draws curves where the records are there`() throws {
    let folder = try LessonFolder([
      "a.md": Lessons.training("epochs: 2"), "b.md": Lessons.training("epochs: 3"),
    ])
    for name in ["a.md", "b.md"] { folder.caderno("run", name) }
    folder.caderno("diff", "a.md", "b.md", "--html", "diff.html")
    #expect(try folder.text("diff.html").contains(">loss A</text>"))
    #expect(folder.shell("rm -r .caderno").status == 0)
    folder.caderno("diff", "a.md", "b.md", "--html", "diff.html")
    let page = try folder.text("diff.html")
    #expect(!page.contains(">loss A</text>"))
    #expect(page.contains("have different axes, so they aren't laid over each other."))
  }

  /// The page of a lesson's two runs, each with lines for its fit.
  private static func page(
    of first: String, _ second: String, optimizer: String = "rmsprop", language: String = "en"
  ) throws -> String {
    let front = "---\nlang: \(language)\n---\n\n"
    let folder = try LessonFolder(["lesson.md": front + Lessons.training(first)])
    folder.caderno("run", "lesson.md")
    try folder.write(front + Lessons.training(second, optimizer: optimizer), to: "lesson.md")
    folder.caderno("run", "lesson.md")
    folder.caderno("diff", "latest~1", "latest", "--html", "diff.html")
    return try folder.text("diff.html")
  }
}
