import CStacks
import PythonRuntime
import PythonSyntax
import TestPrograms
import Testing

/// What is nested inside of itself, by the program's statement that puts `x` one level deeper.
struct Nested: Sendable, CustomTestStringConvertible {
  let name: String
  let start: String
  let deeper: String

  init(_ name: String, from start: String = "[]", _ deeper: String) {
    (self.name, self.start, self.deeper) = (name, start, deeper)
  }

  var testDescription: String { name }

  static let all = [
    Nested("list", "x = [x]"), Nested("tuple", from: "()", "x = (x,)"),
    Nested("dict", from: "{}", "x = {'k': x}"),
    Nested("list and dict", "x = [{'k': x, 'l': 1}]"),
    Nested("key", from: "()", "x = (x, 1)"),
    Nested("instance", from: "A()", "y = A(); y.next = x; x = y"),
    Nested("instances in a ring", from: "A()", "y = A(); y.next = [x]; x.back = y; x = y"),
    Nested("closure", from: "lambda: 1", "x = (lambda f: lambda: f())(x)"),
    Nested("default value", from: "lambda: 1", "x = (lambda f: lambda g=f: g())(x)"),
    Nested("partial", from: "call", "x = partial(call, x)"),
    Nested("bound method", from: "len", "y = A(); y.f = x; x = y.go"),
    Nested("callable", from: "len", "y = A(); y.f = x; x = y"),
    Nested("map", from: "[1]", "x = map(abs, x)"), Nested("zip", from: "[1]", "x = zip(x)"),
    Nested("filter", from: "[1]", "x = filter(None, x)"),
    Nested("enumerate", from: "[1]", "x = enumerate(x)"),
    Nested("islice", from: "[1]", "x = islice(x, 9)"),
    Nested("iterators in lists", from: "[1]", "x = [iter(x)]"),
    Nested("reversed", from: "[1]", "x = [reversed(x)]"),
    Nested("generator expression", from: "[1]", "x = (v for v in x)"),
    Nested("views", from: "{}", "x = {1: x}.values()"),
    Nested("reduce", "x = reduce(lambda a, b: [a], [1], x)"),
    Nested("exception", from: "ValueError()", "x = ValueError(x)"),
    Nested("cause", from: "ValueError()", "y = ValueError(); y.__cause__ = x; x = y"),
    Nested("slice", from: "1", "x = slice(x)"), Nested("property", from: "len", "x = property(x)"),
    Nested("static method", from: "len", "x = staticmethod(x)"),
    Nested("class method", from: "len", "x = classmethod(x)"),
    Nested("default dictionary", "y = defaultdict(list); y[1] = x; x = y"),
    Nested("named tuple", "x = P(x, 1)"), Nested("ordered", "y = OrderedDict(); y[1] = x; x = y"),
    Nested("arguments", "x = Namespace(inner=x)"),
    Nested("list in itself", "y = []; y.append(y); x = y"),
    Nested("dict in itself", from: "{}", "x['k'] = x"),
  ]

  /// Makes `build(n)`, what is nested so deep.
  var building: String {
    """
    import copy, json, pprint
    from argparse import Namespace
    from collections import OrderedDict, defaultdict, namedtuple
    from functools import partial, reduce
    from itertools import islice
    P = namedtuple('P', 'a b')
    class A:
        def go(self): return self.f()
        def __call__(self): return self.f()
    def call(f): return f()
    def build(n):
        x = \(start)
        for i in range(n): \(deeper)
        return x
    """
  }

  /// Does all that walks into what it is given, at several depths, and lets go of it.
  var program: String {
    """
    \(building)
    walks = [
        lambda x, y: x == y, lambda x, y: x < y, lambda x, y: hash(x), lambda x, y: repr(x),
        lambda x, y: str([x]), lambda x, y: f'{x}', lambda x, y: '%s' % (x,), lambda x, y: format(x),
        lambda x, y: copy.copy(x), lambda x, y: copy.deepcopy(x), lambda x, y: json.dumps(x),
        lambda x, y: sorted([x, y]), lambda x, y: x in [y], lambda x, y: {x: 1}[y],
        lambda x, y: [x].count(y), lambda x, y: max([x, y], key=str), lambda x, y: isinstance(1, x),
        lambda x, y: bool(x), lambda x, y: x(), lambda x, y: list(x), lambda x, y: dict(x),
        lambda x, y: sum(x), lambda x, y: ','.join(x), lambda x, y: next(iter(x)),
        lambda x, y: {x, y}, lambda x, y: x.missing, lambda x, y: pprint.pformat(x),
    ]
    for n in (10, 900, 30000):
        x, y = build(n), build(n)
        for walk in walks:
            try:
                walk(x, y)
            except (RecursionError, TypeError, ValueError, AttributeError, LookupError, StopIteration):
                pass
        walk = x = y = None
    print('end')
    """
  }
}

struct `What is nested deeply` {
  @Test(arguments: Nested.all)
  func `ends with a result or an exception`(nested: Nested) {
    #expect(Interpreter().printed(nested.program) == "end\n")
  }

  @Test(arguments: Nested.all)
  func `is shown or refused as the last value of a cell`(nested: Nested) {
    let source = "\(nested.building)\nprint('made')\nbuild(30000)"
    #expect(Interpreter().shown(source).hasPrefix("made\n"))
  }

  @Test func `is let go of on a small stack`() {
    final class Last {
      weak var object: Object?
    }
    let last = Last()
    var value = Value.none
    let run = Box {
      let innermost = ListObject([])
      last.object = innermost
      value = .object(innermost)
      for _ in 0..<200_000 { value = .object(ListObject([value])) }
      value = .none
      // What waits goes with the next object.
      _ = ListObject([])
    }
    let own = Unmanaged.passRetained(run)
    let isStarted = caderno_stack_start(
      1 << 20, true, { Unmanaged<Box>.fromOpaque($0!).takeRetainedValue().body() }, own.toOpaque())
    #expect(isStarted)
    #expect(last.object == nil)
  }

  @Test func `leaves room for functions to call each other a thousand times`() {
    let source = """
      class A:
          def __init__(self, n): self.inner = A(n - 1) if n else None
          def depth(self): return 1 + (self.inner.depth() if self.inner else 0)
      def sort(n): return sorted([n], key=lambda m: sort(m - 1) if m else 0)
      def go(n): return 0 if n == 0 else 1 + go(n - 1)
      def each():
          yield go(990)
      print(A(900).depth(), sort(450), go(990), list(each()))
      """
    #expect(Interpreter().printed(source) == "901 [450] 990 [990]\n")
  }

  private final class Box {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }
}
