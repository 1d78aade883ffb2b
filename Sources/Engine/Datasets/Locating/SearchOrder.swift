internal import Diagnostics

/// The places where data sets are looked for, in order.
struct SearchOrder: Sendable {
  let dataDirectory: String?
  let environment: [String: String]

  /// All places that may have these files.
  func places(for files: DatasetFiles) -> [SearchPlace] {
    var places: [SearchPlace] = []
    if let dataDirectory {
      places.append(folder(dataDirectory, Message("--data-dir", pt: "--data-dir"), files))
    }
    if let path = variable("CADERNO_DATA") {
      places.append(folder(path, Message("CADERNO_DATA", pt: "CADERNO_DATA"), files))
    }
    if let cacheFolder { places.append(cache(FileSystem.join(cacheFolder, files.folder))) }
    if let home = kerasFolder { places.append(keras(home, files)) }
    if let package = files.package { places.append(system(package)) }
    return places
  }

  /// The folder of earlier downloads; nil where not even a home folder is known.
  var cacheFolder: String? {
    if let path = variable("CADERNO_DATA_CACHE") { return path }
    if let path = variable("XDG_CACHE_HOME") {
      return FileSystem.join(path, "caderno/datasets")
    }
    return variable("HOME").map { FileSystem.join($0, ".cache/caderno/datasets") }
  }

  /// Whether the folder of downloads may be made: nobody's home is.
  var mayMakeCacheFolder: Bool {
    let isNamed = variable("CADERNO_DATA_CACHE") != nil || variable("XDG_CACHE_HOME") != nil
    return isNamed || variable("HOME").map(FileSystem.exists) ?? false
  }

  private var kerasFolder: String? {
    let home = variable("KERAS_HOME") ?? variable("HOME").map { FileSystem.join($0, ".keras") }
    return home.map { FileSystem.join($0, "datasets") }
  }

  private func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func folder(_ path: String, _ kind: Message, _ files: DatasetFiles) -> SearchPlace {
    let inner = FileSystem.join(path, files.folder)
    let kerasName = files.kerasFolder.map { [FileSystem.join(path, $0)] } ?? []
    return SearchPlace(
      kind: kind, location: path, folders: [inner] + kerasName + [path],
      archives: files.archive.map { [FileSystem.join(path, $0), FileSystem.join(inner, $0)] } ?? [],
      isDownload: false)
  }

  private func cache(_ path: String) -> SearchPlace {
    SearchPlace(
      kind: Message("earlier downloads", pt: "cópias já baixadas"), location: path,
      folders: [path], archives: [], isDownload: true)
  }

  private func keras(_ path: String, _ files: DatasetFiles) -> SearchPlace {
    SearchPlace(
      kind: Message("Keras' data", pt: "dados do Keras"), location: path,
      folders: files.kerasFolder.map { [FileSystem.join(path, $0)] } ?? [],
      archives: files.archive.map { [FileSystem.join(path, $0)] } ?? [], isDownload: false)
  }

  private func system(_ package: SystemPackage) -> SearchPlace {
    SearchPlace(
      kind: Message("the system's package", pt: "pacote do sistema"), location: package.folder,
      folders: [package.folder], archives: [], isDownload: false)
  }
}
