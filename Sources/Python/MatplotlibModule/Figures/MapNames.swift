/// The names of all of Matplotlib's colormaps, and what it says to others.
enum MapNames {
  /// Sorted by code points, backwards ones among them.
  static let all: [String] =
    """
    Accent Blues BrBG BuGn BuPu CMRmap Dark2 GnBu Grays Greens Greys OrRd Oranges PRGn
    Paired Pastel1 Pastel2 PiYG PuBu PuBuGn PuOr PuRd Purples RdBu RdGy RdPu RdYlBu
    RdYlGn Reds Set1 Set2 Set3 Spectral Wistia YlGn YlGnBu YlOrBr YlOrRd afmhot autumn
    berlin binary bone brg bwr cividis cool coolwarm copper cubehelix flag gist_earth
    gist_gray gist_grey gist_heat gist_ncar gist_rainbow gist_stern gist_yarg gist_yerg
    gnuplot gnuplot2 gray grey hot hsv inferno jet magma managua nipy_spectral ocean
    okabe_ito pink plasma prism rainbow seismic spring summer tab10 tab20 tab20b tab20c
    terrain turbo twilight twilight_shifted vanimo viridis winter
    """.split { $0 == " " || $0 == "\n" }.flatMap { [String($0), "\($0)_r"] }.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }

  /// The words with which Matplotlib refuses a name that no colormap has.
  static func refusal(of name: String, _ parameter: String) -> String {
    let near = CloseMatches.find(name, in: all, least: 0.5).map { "'\($0)'" }
    let hint =
      switch near.count {
      case 0: ""
      case 1: " Did you mean: \(near[0])?"
      default: " Did you mean one of: \(near.joined(separator: ", "))?"
      }
    let more =
      parameter == "cmap"
      ? "\nSee `matplotlib.bivar_colormaps()` and `matplotlib.multivar_colormaps()` for bivariate and multivariate colormaps"
      : ""
    return "'\(name)' is not a valid value for \(parameter).\(hint)\(more)"
  }
}
