import Foundation
import PythonLibrary
import PythonRuntime
import PythonSyntax
import TestPrograms
import Testing
import TestSupport

/// A program that makes what holds itself.
struct CircleCase: Sendable, CustomTestStringConvertible {
  let source: String
  var testDescription: String { source }
}

struct `What a run made` {
  /// Every kind of object into which something can be put after it was made.
  static let circles = [
    "x = []; x.append(x); x = 0",
    "x = {}; x[1] = x; x = 0",
    "x = ([],); x[0].append(x); x = 0",
    "import collections\nx = collections.defaultdict(list); x[1].append(x); x = 0",
    "class A: pass\nx = A(); x.me = x; x = 0",
    "class A: pass\nA.me = A; A = 0",
    "class A:\n    def __init__(self):\n        super().__init__()\n        self.f = self.__init__\nA()",
    "class A:\n    def f(self): return A\n    def __hash__(self): return 1\nx = {A()}; A.all = x; x = A = 0",
    "def f():\n    def g(n): return g(n - 1) if n else 0\n    return g(2)\nf()",
    "def f(): pass\nf.me = f; f = 0",
    "def f():\n    def g():\n        yield g\n        yield h\n    h = g()\n    next(h)\nf()",
    "def f():\n    h = (h for i in range(3) for j in [i])\n    next(h)\n    return h\nf()",
    "def f():\n    try:\n        1 / 0\n    except ZeroDivisionError as e:\n        e.me = e\nf()",
    "import itertools\ndef g():\n    yield x\n    yield 1\nx = itertools.cycle(g()); next(x); x = 0",
    "import argparse\nx = argparse.Namespace(); x.me = x; x = 0",
    "import math\nmath.me = math\nmath.f = lambda: math",
    "Exception.me = 1\nclass E(Exception): pass\ntry:\n    raise E(E)\nexcept E as e:\n    E.last = e",
    // One that will not end when it is told to.
    "def g():\n    while True:\n        try:\n            yield 1\n        except BaseException:\n            pass\nx = g(); next(x); x = 0",
    "def g():\n    try:\n        yield 1\n    finally:\n        while True: pass\nx = g(); next(x)",
  ].map { CircleCase(source: $0) }

  @Test(arguments: circles)
  func `goes when the run ends, though it holds itself`(row: CircleCase) {
    #expect(Self.left(by: row.source) == [])
  }

  @Test func `goes when the run ends, whatever the program`() {
    var left: [String: [String]] = [:]
    for row in RecordedProgram.ofLanguage + RecordedProgram.ofLibrary
      + RecordedProgram.shownByJupyter
    {
      let names = Self.left(by: row.source)
      if !names.isEmpty { left[row.source] = names }
    }
    #expect(left == [:])
  }

  @Test func `goes with the bodies of its generators`() {
    let source = """
      class A:
          def __init__(self): self.items = [1, 2]
          def __iter__(self): yield from self.items
      for x in A(): break
      try:
          [1 / 0 for x in A()]
      except ZeroDivisionError:
          pass
      """
    let left = (0..<100).map { _ in Self.left(by: source) }
    #expect(left.filter { !$0.isEmpty } == [])
  }

  /// The types of the objects that outlive a run of the program.
  ///
  /// Some are made once for the process by whatever run needs them first: a second run makes none of those.
  private static func left(by source: String) -> [String] {
    func names() -> [String] { objects(of: source).compactMap { $0.object?.typeName } }
    return names().isEmpty ? [] : names()
  }

  private struct Weak { weak var object: Object? }

  private static func objects(of source: String) -> [Weak] {
    let machine = Machine(limits: .init(steps: 5_000_000)) { _ in }
    StandardModules.install(in: machine)
    let program = Program(machine)
    for cell in source.components(separatedBy: "\n# %%\n") {
      guard let module = try? parseModule(cell) else { continue }
      _ = try? program.run(module) { _ in 1 }
    }
    let made = machine.made.map { Weak(object: $0) }
    machine.end()
    return made
  }
}
