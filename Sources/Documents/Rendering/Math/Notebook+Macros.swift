internal import Notebooks

extension Notebook {
  /// The macros of the front matter, by name.
  var formulaMacros: [String: TeXMacro] {
    frontMatter.macros.reduce(into: [:]) { macros, macro in
      macros[macro.name] = TeXMacro(macro.text, parameters: macro.parameters)
    }
  }
}
