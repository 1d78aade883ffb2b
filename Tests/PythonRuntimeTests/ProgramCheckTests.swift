import PythonLibrary
import PythonRuntime
import PythonSyntax
import Testing

/// A program, and what a look at it finds before it runs: `line code message (nearest)`.
struct LookCase: Sendable, CustomTestStringConvertible {
  let source: String
  let findings: [String]
  var testDescription: String { source }
}

struct `A look at a program before it runs` {
  static let cases = [
    LookCase(
      source: "import mth", findings: ["unknown-module there is no module 'mth' here (math)"]),
    LookCase(
      source: "from math import sqr",
      findings: ["unknown-attribute module 'math' has no 'sqr' here (sqrt)"]),
    LookCase(
      source: "import math\nmath.flor(2.5)",
      findings: ["unknown-attribute module 'math' has no 'flor' here (floor)"]),
    LookCase(
      source: "import math as m\nm.isclose(1, 2, rel_tl=0.1)",
      findings: ["unknown-argument isclose() has no argument 'rel_tl' here (rel_tol)"]),
    LookCase(
      source: "import math\nmath.sqrt()",
      findings: ["missing-argument sqrt() needs the argument 'x'"]),
    LookCase(
      source: "import math\nmath.sqrt(1, 2)",
      findings: ["too-many-arguments sqrt() takes at most 1 arguments without a name"]),
    // Each link of the chain is looked at once.
    LookCase(
      source: "import datetime\nd = datetime.timedelta(1)\nd"
        + String(repeating: ".total_seconds()", count: 60), findings: []),
    LookCase(source: "prnt(1)", findings: ["unknown-name name 'prnt' is not defined (print)"]),
    LookCase(
      source: "class A:\n    def __init__(self): super().__init__()\nA()", findings: []),
    LookCase(
      source: "class Row(list):\n    pass\nRow()",
      findings: ["refused-base programs can't make classes of list here"]),
    LookCase(source: "try:\n    import mth\nexcept ImportError:\n    mth = None", findings: []),
    LookCase(source: "def f():\n    return later\nlater = 1\nf()", findings: []),
    LookCase(source: "def unused():\n    return nowhere", findings: []),
    LookCase(
      source: "def used():\n    return nowhere\nused()",
      findings: ["unknown-name name 'nowhere' is not defined"]),
    LookCase(source: "import math\nmath.pie = 3\nprint(math.pie)", findings: []),
    LookCase(source: "import math\nif x:\n    math = None\nx = 1\nmath.foo", findings: []),
    LookCase(source: "x = [y for y in range(3) if y]\nlambda a: a + x", findings: []),
    LookCase(
      source: "import datetime\nd = datetime.timedelta(1)\nd.second",
      findings: ["unknown-attribute 'timedelta' has no attribute 'second' here (seconds)"]),
    LookCase(source: "import math\nargs = [1]\nmath.sqrt(*args, **{})", findings: []),
  ]

  @Test(arguments: cases)
  func `reports what can be known to be missing`(row: LookCase) throws {
    let machine = Machine { _ in }
    StandardModules.install(in: machine)
    let module = try parseModule(row.source)
    var check = ProgramCheck(machine, cells: [module])
    let found = check.findings(in: module).map { finding in
      "\(finding.code) \(finding.english)" + (finding.nearest.map { " (\($0))" } ?? "")
    }
    #expect(found == row.findings)
  }

  @Test func `knows what earlier cells bound`() throws {
    let machine = Machine { _ in }
    StandardModules.install(in: machine)
    let cells = [try parseModule("import math"), try parseModule("math.sqr(2)")]
    var check = ProgramCheck(machine, cells: cells)
    #expect(check.findings(in: cells[0]).isEmpty)
    #expect(check.findings(in: cells[1]).map(\.range) == [5..<8])
  }
}
