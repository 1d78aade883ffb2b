internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// Checks that numbers in prose name something that the run will publish.
enum LinkCheck {
  static func findings(_ notebook: Notebook, _ context: PlanContext) -> [Diagnostic] {
    notebook.runLinks.compactMap { finding($0, notebook.frontMatter.language, context) }
  }

  private static func finding(
    _ link: RunLink, _ language: Language, _ context: PlanContext
  ) -> Diagnostic? {
    guard let path = ValuePath(link.target) else {
      return Diagnostic(
        code: "malformed-link", at: link.targetRange,
        Message(
          "'run:\(link.target)' names no number", pt: "'run:\(link.target)' não nomeia um número"),
        hint: Message("write run:ID.NAME", pt: "escreva run:ID.NOME"))
    }
    if let finding = ValueCheck.finding(path, at: link.targetRange, context) { return finding }
    guard link.numberForm(in: language) == nil else { return nil }
    return Diagnostic(
      code: "not-a-number", at: link.range,
      Message("'\(link.text)' is not a number", pt: "'\(link.text)' não é um número"),
      hint: Message(
        "write it as 98.9 % or 0.989, or leave the brackets empty",
        pt: "escreva-o como 98,9 % ou 0,989, ou deixe os colchetes vazios"))
  }
}
