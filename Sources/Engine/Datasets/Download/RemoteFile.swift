/// A file of a data set and where it can be fetched from.
struct RemoteFile: Sendable {
  /// The file's name in the cache.
  let name: String
  /// Addresses, tried in this order.
  let mirrors: [String]
  /// No more bytes than this are accepted, whatever a server says.
  let sizeLimit: Int
}
