/// A generator expression: its elements are made when they are asked for.
final class LazyComprehension: IteratorObject {
  private let frame: Frame
  private let sources: [Code]
  private let stores: [Store]
  private let conditions: [[(Frame) throws(PyError) -> Bool]]
  private let element: Code
  private let origin: CodeOrigin
  /// The iterators of the clauses that run, outermost first.
  private var open: [IteratorObject]

  init(
    _ frame: Frame, _ first: IteratorObject, sources: [Code], stores: [Store],
    conditions: [[(Frame) throws(PyError) -> Bool]], element: @escaping Code, origin: CodeOrigin
  ) {
    self.frame = frame
    self.sources = sources
    self.stores = stores
    self.conditions = conditions
    self.element = element
    self.origin = origin
    open = [first]
  }

  deinit { LettingGo.hold((frame, open)) }
  override func letGo() {
    open = []
    frame.clear()
  }

  override var typeName: String { "generator" }
  override func repr(_ machine: Machine) -> String { "<generator object <genexpr> at 0x…>" }

  override func next(_ machine: Machine) throws(PyError) -> Value? {
    do throws(PyError) {
      return try machine.calling { () throws(PyError) -> Value? in try advance(machine) }
    } catch {
      throw frame.passed(by: error, origin)
    }
  }

  private func advance(_ machine: Machine) throws(PyError) -> Value? {
    while let iterator = open.last {
      let depth = open.count - 1
      guard let value = try iterator.next(machine) else {
        open.removeLast()
        continue
      }
      try machine.step()
      try stores[depth](frame, value)
      var holds = true
      for condition in conditions[depth] where holds { holds = try condition(frame) }
      guard holds else { continue }
      if depth + 1 == sources.count { return try element(frame) }
      open.append(try machine.iterator(sources[depth + 1](frame)))
    }
    return nil
  }
}
