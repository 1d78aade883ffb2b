internal import Comparison
internal import Diagnostics

/// The words of a diff page in each language.
enum DiffWords {
  static let skip = Message("Skip to the differences", pt: "Ir para as diferenças")
  static let summary = Message("Summary", pt: "Resumo")
  static let differences = Message("Differences", pt: "Diferenças")
  static let old = Message("old", pt: "antes")
  static let new = Message("new", pt: "depois")
  static let place = Message("place", pt: "lugar")
  static let difference = Message("difference", pt: "diferença")
  static let part = Message("relative", pt: "relativa")
  static let verdict = Message("within tolerance", pt: "na tolerância")
  static let most = Message("Largest relative difference", pt: "Maior diferença relativa")
  static let because = Message("because", pt: "porque")
  static let nothing = Message("nothing", pt: "nada")
  static let changes = Message("what changed", pt: "o que mudou")
  static let both = Message(
    "Above, both runs: A dashed, B solid. Below, B − A.",
    pt: "Acima, as duas execuções: A tracejada, B contínua. Abaixo, B − A.")
  static let ownScales = Message(
    "Their scales differ much, so each run is shown alone, too.",
    pt: "As escalas são muito diferentes; por isso cada execução aparece também sozinha.")
  static let figures = Message("Where the figures differ", pt: "Onde as figuras diferem")
  static let drawings = Message("Where the drawings differ", pt: "Onde os desenhos diferem")
  static let otherAxes = Message(
    "The two drawings have different axes, so they aren't laid over each other.",
    pt: "Os dois desenhos têm eixos diferentes; por isso não são sobrepostos.")
  static let zero = Message("zero", pt: "zero")
  static let panel = Message("panel", pt: "painel")

  /// The first side's name, or the second's.
  static func side(_ side: String, in language: Language) -> String {
    "\(side) (\((side == "A" ? old : new).text(in: language)))"
  }

  /// What a number of directives is, each kind in its own words.
  static func count(_ kind: DiffTally.Kind) -> Message {
    switch kind {
    case .equal: Message("equal", pt: "iguais")
    case .withinTolerance: Message("within tolerance", pt: "na tolerância")
    case .different: Message("different", pt: "diferentes")
    case .incomparable: Message("incomparable", pt: "incomparáveis")
    case .added: Message("new", pt: "novos")
    case .removed: Message("gone", pt: "removidos")
    }
  }

  static func unchanged(_ count: Int) -> Message {
    switch count {
    case 1: Message("1 directive without a difference", pt: "1 bloco sem diferença")
    default:
      Message("\(count) directives without a difference", pt: "\(count) blocos sem diferença")
    }
  }

  static func same(_ name: String, _ kind: String) -> Message {
    Message("\(name) (\(kind)): the same in both", pt: "\(name) (\(kind)): igual nos dois")
  }

  static func more(_ count: Int) -> Message {
    switch count {
    case 1: Message("1 more", pt: "mais 1")
    default: Message("\(count) more", pt: "mais \(count)")
    }
  }

  static func rest(_ count: Int) -> Message {
    Message(
      "\(count) more are not on this page; --json has all of them.",
      pt: "Mais \(count) não estão nesta página; --json tem todas.")
  }
}
