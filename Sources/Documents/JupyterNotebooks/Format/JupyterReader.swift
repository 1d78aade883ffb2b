internal import Diagnostics
internal import JSON

/// Reads a notebook of nbformat 3 or 4 from its JSON, and says what doesn't fit.
struct JupyterReader {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var majorVersion = 4
  private(set) var cellNodes: [JSONNode] = []
  private var minorVersion = 0
  private var ids = Set<String>()

  /// Nil where it is no notebook at all; the findings say why.
  mutating func notebook(_ root: JSONNode) -> JupyterNotebook? {
    guard root.members != nil else {
      report(
        "not-a-jupyter-notebook", root, "a Jupyter notebook is a JSON object",
        "um caderno Jupyter é um objeto JSON")
      return nil
    }
    guard readVersion(root) else { return nil }
    let metadata = object(root, "metadata", orWarn: true)
    guard let nodes = majorVersion == 3 ? worksheetCells(root) : array(root, "cells") else {
      return nil
    }
    cellNodes = nodes
    let cells = nodes.map { majorVersion == 3 ? OldCell.cell($0, &self) : cell($0) }
    return JupyterNotebook(minorVersion: minorVersion, metadata: metadata, cells: cells)
  }

  private mutating func readVersion(_ root: JSONNode) -> Bool {
    guard let node = root["nbformat"], let major = node.value.integer else {
      report(
        "not-a-jupyter-notebook", root["nbformat"] ?? JSONNode.point(root),
        "'nbformat' must say the format's version, such as 4",
        "'nbformat' deve dizer a versão do formato, como 4")
      return false
    }
    guard (3...4).contains(major) else {
      report(
        "nbformat-version", node, "nbformat \(major) can't be read; 3 and 4 can",
        "não dá para ler nbformat \(major), só 3 e 4")
      return false
    }
    majorVersion = major
    minorVersion = major == 3 ? 4 : root["nbformat_minor"]?.value.integer ?? 0
    guard (0...100).contains(minorVersion) else {
      report(
        "nbformat-version", root["nbformat_minor"] ?? node, "this is no version of nbformat 4",
        "isto não é uma versão de nbformat 4")
      return false
    }
    if minorVersion > JupyterNotebook.currentMinorVersion, let minor = root["nbformat_minor"] {
      warn(
        "nbformat-version", minor,
        "nbformat 4.\(minorVersion) is newer than 4.5, the newest known here",
        "nbformat 4.\(minorVersion) é mais novo que 4.5, o mais novo conhecido aqui")
    }
    return true
  }

  private mutating func worksheetCells(_ root: JSONNode) -> [JSONNode]? {
    guard let sheets = array(root, "worksheets") else { return nil }
    return sheets.flatMap { array($0, "cells") ?? [] }
  }

  private mutating func cell(_ node: JSONNode) -> JupyterCell {
    guard node.members != nil else {
      wrongType(node, "a cell", "an object", "uma célula", "um objeto")
      return JupyterCell(.raw, source: "")
    }
    var cell = JupyterCell(kind(node), source: source(node, "source"))
    cell.metadata = object(node, "metadata", orWarn: true)
    cell.id = id(node)
    if node["attachments"] != nil { cell.attachments = object(node, "attachments") }
    guard cell.kind == .code else { return cell }
    cell.executionCount = count(node, "execution_count")
    cell.outputs = (array(node, "outputs") ?? []).compactMap { output($0) }
    return cell
  }

  private mutating func kind(_ node: JSONNode) -> JupyterCell.Kind {
    let type = node["cell_type"]
    if let text = type?.value.string, let kind = JupyterCell.Kind(rawValue: text) { return kind }
    let known = JupyterCell.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    report(
      "unknown-cell-type", type ?? .point(node), "'cell_type' must be one of \(known)",
      "'cell_type' deve ser um de \(known)")
    return .raw
  }

  private mutating func id(_ node: JSONNode) -> String? {
    guard let idNode = node["id"] else {
      if minorVersion >= 5 {
        warn(
          "cell-id", .point(node), "this cell has no 'id', which nbformat 4.5 wants",
          "esta célula não tem 'id', que nbformat 4.5 exige")
      }
      return nil
    }
    guard let id = idNode.value.string, JupyterCell.isID(id) else {
      warn(
        "cell-id", idNode,
        "an id is made of at most 64 letters, digits, '-' and '_'; this one is passed over",
        "um id tem até 64 letras, dígitos, '-' e '_'; este é ignorado")
      return nil
    }
    if ids.insert(id).inserted { return id }
    warn(
      "cell-id", idNode, "another cell already has the id '\(id)'",
      "outra célula já tem o id '\(id)'")
    return nil
  }
}

// MARK: - Members

extension JupyterReader {
  /// A text that must be there: one string or a list of them.
  mutating func text(_ node: JSONNode, _ name: String) -> String {
    guard let member = node[name] else {
      missing(name, in: node)
      return ""
    }
    guard let nodes = member.textNodes else {
      wrongType(
        member, "'\(name)'", "a string or a list of strings", "'\(name)'",
        "um texto ou uma lista de textos")
      return ""
    }
    return nodes.compactMap(\.value.string).joined()
  }

  /// A cell's source, whose lines are joined as they stand.
  mutating func source(_ node: JSONNode, _ name: String) -> String {
    let lines = (node[name]?.elements ?? []).dropLast()
    let open = lines.first { line in
      line.value.string?.unicodeScalars.last.map { !TextLines.isBreak($0) } ?? false
    }
    if let open {
      warn(
        "source-lines", open, "this line ends without \"\\n\", so the next one goes on behind it",
        "esta linha termina sem \"\\n\", então a seguinte continua atrás dela",
        hint: Message(
          "Jupyter joins the lines of a source as they are: end all but the last with \"\\n\"",
          pt: "o Jupyter junta as linhas como estão: termine todas menos a última com \"\\n\""))
    }
    return text(node, name)
  }

  /// A list that must be there.
  mutating func array(_ node: JSONNode, _ name: String) -> [JSONNode]? {
    guard let member = node[name] else {
      missing(name, in: node)
      return nil
    }
    if let elements = member.elements { return elements }
    wrongType(member, "'\(name)'", "a list", "'\(name)'", "uma lista")
    return nil
  }

  /// An object, empty where it is missing.
  mutating func object(
    _ node: JSONNode, _ name: String, orWarn: Bool = false
  ) -> JSONObject {
    guard let member = node[name] else {
      if orWarn { missing(name, in: node, .warning) }
      return [:]
    }
    if let object = member.value.object { return object }
    wrongType(member, "'\(name)'", "an object", "'\(name)'", "um objeto")
    return [:]
  }

  /// A count, nil where it is null or missing.
  mutating func count(_ node: JSONNode, _ name: String) -> Int? {
    guard let member = node[name], case .number = member.kind else {
      if let member = node[name], member.value != .null {
        wrongType(member, "'\(name)'", "a number or null", "'\(name)'", "um número ou null")
      }
      return nil
    }
    return member.value.integer
  }

  mutating func missing(
    _ name: String, in node: JSONNode, _ severity: Diagnostic.Severity = .error
  ) {
    add(
      severity, "nbformat-missing", .point(node), "'\(name)' is missing here",
      "falta '\(name)' aqui")
  }

  mutating func wrongType(
    _ node: JSONNode, _ english: String, _ wanted: String, _ portuguese: String, _ pedido: String
  ) {
    report(
      "nbformat-type", node, "\(english) must be \(wanted)", "\(portuguese) deve ser \(pedido)")
  }

  mutating func report(
    _ code: String, _ node: JSONNode, _ english: String, _ portuguese: String
  ) {
    add(.error, code, node, english, portuguese)
  }

  private mutating func warn(
    _ code: String, _ node: JSONNode, _ english: String, _ portuguese: String,
    hint: Message? = nil
  ) {
    add(.warning, code, node, english, portuguese, hint: hint)
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ node: JSONNode, _ english: String,
    _ portuguese: String, hint: Message? = nil
  ) {
    // A whole cell would be marked otherwise.
    let end = min(node.range.upperBound, node.range.lowerBound + 100)
    diagnostics.append(
      Diagnostic(
        severity, code: code, at: node.range.lowerBound..<end, Message(english, pt: portuguese),
        hint: hint))
  }
}

extension JSONNode {
  /// The first byte of a node, to point at where what is meant isn't there.
  static func point(_ node: JSONNode) -> JSONNode {
    JSONNode(kind: .null, range: node.range.lowerBound..<node.range.lowerBound + 1)
  }
}
