internal import CSandbox
internal import Files

/// What the C library, Swift's runtime and libcrypto open by themselves.
enum SystemFiles {
  static var read: [String] { fixed + libraries }

  static let written = ["/dev/null"]

  private static let fixed = [
    "/dev/zero", "/dev/random", "/dev/urandom", "/etc/ld.so.cache", "/etc/localtime",
    "/usr/share/zoneinfo", "/usr/lib/locale", "/etc/os-release", "/etc/ssl/openssl.cnf",
    "/usr/lib/ssl/openssl.cnf", "/etc/pki/tls/openssl.cnf", "/etc/crypto-policies", "/proc/self",
    "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/sys/vm/overcommit_memory",
    "/sys/devices/system/cpu", "/sys/devices/system/node", "/sys/fs/cgroup",
  ]

  /// The folders of the libraries that this program was loaded with: some open others when first used.
  private static var libraries: Set<String> {
    final class Folders { var found: Set<String> = [] }
    let folders = Folders()
    csandbox_each_library(
      { path, context in
        guard let path, let context else { return }
        let folders = Unmanaged<Folders>.fromOpaque(context).takeUnretainedValue()
        folders.found.insert(PathText.folder(of: String(cString: path)))
      }, Unmanaged.passUnretained(folders).toOpaque())
    return folders.found
  }
}
