internal import ArgumentParser
internal import Rendering

/// Formats after `--to`, separated by commas.
struct FormatList: ExpressibleByArgument {
  var names: [String]

  init?(argument: String) {
    let known = RendererCatalog.all.map { $0.name }
    names = argument.split(separator: ",").map(String.init)
    guard !names.isEmpty, names.allSatisfy(known.contains) else { return nil }
  }

  init(_ names: [String]) { self.names = names }

  /// The renderers in the order in which they were named.
  var renderers: [any Renderer] { types.map { $0.init() } }

  /// What is known of them.
  var facts: [RendererFacts] { types.map { $0.facts } }

  private var types: [any Renderer.Type] {
    names.compactMap { name in RendererCatalog.all.first { $0.name == name } }
  }
}
