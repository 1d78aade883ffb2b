internal import Diagnostics
internal import PythonSyntax
internal import Networks

/// A layer of a `.model` directive.
struct DeclaredLayer {
  let declaration: LayerDeclaration
  let call: ArgumentCall
  /// Where it stands in the notebook.
  let range: Range<Int>
}

/// Makes a layer from its call, and puts what is wrong at the argument at fault.
struct LayerEntryReader {
  let entry: LayerList.Entry
  let notation: NotationReader

  /// The layer; nil where something was reported.
  func declaredLayer(_ planner: inout TaskPlanner) -> DeclaredLayer? {
    let reading = notation.call(entry.callee, entry.arguments)
    guard case .found(let value) = reading.reported(to: &planner), case .call(let call) = value
    else { return nil }
    let mistakes = LayerDeclaration.errors(in: call)
    for mistake in mistakes { report(mistake, to: &planner) }
    guard mistakes.isEmpty else { return nil }
    do {
      return DeclaredLayer(
        declaration: try LayerDeclaration(call), call: call,
        range: notation.place(entry.range))
    } catch {
      report(error, to: &planner)
      return nil
    }
  }

  private func report(_ error: ArgumentError, to planner: inout TaskPlanner) {
    let mistake = error.innermost
    let place = CallPlaces(entry.callee, entry.arguments, notation).place(of: error)
    planner.report(
      Diagnostic(code: mistake.code, at: place, mistake.message, hint: mistake.hint))
  }
}
