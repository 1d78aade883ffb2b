#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension Folder {
  /// Replaces a plain file below, or makes it, so that a reader sees the old bytes or the new ones.
  ///
  /// The bytes go to a new file beside it, which is synced and renamed. The mode of an existing file
  /// stays. After a failure the old file is untouched and no temporary file is left.
  ///
  /// - Parameter making: whether to make the folders on the way.
  /// - Throws: `AtomicFileError` with the path and the reason.
  public func write(
    _ bytes: [UInt8], to below: String, making: Bool = false
  ) throws(AtomicFileError) {
    let place: (folder: Folder, name: String)
    do {
      place = try parent(of: below, making: making)
    } catch {
      throw AtomicFileError(error)
    }
    try place.folder.replace(place.name, with: bytes)
  }

  /// Removes a plain file below; what isn't one, and what can't be removed, stays.
  ///
  /// - Returns: whether it is gone.
  @discardableResult
  public func remove(_ below: String) -> Bool {
    guard plainFile(below) != nil, let (folder, name) = try? parent(of: below) else { return false }
    return unlinkat(folder.handle, name, 0) == 0
  }

  /// Removes a folder below where nothing is in it.
  public func removeIfEmpty(_ below: String) {
    guard let (folder, name) = try? parent(of: below) else { return }
    _ = unlinkat(folder.handle, name, AT_REMOVEDIR)
  }

  private func replace(_ name: String, with bytes: [UInt8]) throws(AtomicFileError) {
    let mode = try existingMode(name)
    let temporary = AtomicFile.temporaryName()
    let file = openat(
      handle, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw writeFailure(name, errno) }
    var error = mode.map { fchmod(file, $0) == 0 ? 0 : errno } ?? 0
    if error == 0 { error = AtomicFile.fill(file, bytes) }
    if error == 0, fsync(file) != 0 { error = errno }
    if close(file) != 0, error == 0 { error = errno }
    if error == 0, renameat(handle, temporary, handle, name) != 0 { error = errno }
    guard error == 0 else {
      unlinkat(handle, temporary, 0)
      throw writeFailure(name, error)
    }
    // Makes the renaming last; some file systems can't sync a folder, which harms nothing.
    fsync(handle)
  }

  /// The mode of what is to be replaced; nil where there is none.
  private func existingMode(_ name: String) throws(AtomicFileError) -> mode_t? {
    guard let found = status(name) else {
      if errno == ENOENT { return nil }
      throw writeFailure(name, errno)
    }
    if found.st_mode & S_IFMT == S_IFDIR { throw writeFailure(name, EISDIR) }
    do {
      try requirePlain(found, name)
    } catch {
      throw AtomicFileError(error)
    }
    // Renaming would replace a file that its owner protected against writing.
    guard faccessat(handle, name, W_OK, 0) == 0 else { throw writeFailure(name, errno) }
    return found.st_mode & 0o7777
  }

  private func writeFailure(_ name: String, _ number: CInt) -> AtomicFileError {
    AtomicFileError(FileError(path(of: name), number: number))
  }
}
