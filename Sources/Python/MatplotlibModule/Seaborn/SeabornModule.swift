internal import PythonRuntime
internal import Matplotlib

/// `seaborn`: its looks, heat maps, and the plots of tables that lessons draw.
struct SeabornModule {
  let session: PlotSession

  var members: [String: Value] {
    var all: [String: Value] = ["__version__": .string("0.13.2")]
    let plots = SeabornPlots(session: session)
    for function in [HeatmapFunction(session: session).function] + plots.functions
      + SeabornThemes(session: session).functions
    {
      all[function.name] = .object(function)
    }
    return all
  }
}

extension PlotSession {
  /// The axes that a call names, or the current ones.
  func axes(_ call: Call) throws(PyError) -> AxesObject {
    if let value = call.given("ax") {
      guard let given: AxesObject = value.asObject() else { throw call.unsupported("ax", value) }
      return given
    }
    return AxesObject(try axes(call.machine), try figure(call.machine))
  }
}
