/// What a page looks like on paper: all that it holds but the numbers of figures, in the light colors.
enum PrintStyle {
  /// Where a browser can't open what is folded, an ellipsis says that something is.
  static let sheet = """
    @media print{
    @page{margin:18mm 16mm}
    :root{color-scheme:light}
    html{font-size:10pt}.page{max-width:none;padding:0;display:block}
    .contents,.anchor,.data{display:none}
    pre,.scroll{overflow:visible}pre{white-space:pre-wrap;overflow-wrap:anywhere}
    .output td,th{white-space:normal;overflow-wrap:anywhere}
    h1,h2,h3,h4,h5,h6,.label,summary,.cell{break-after:avoid}
    figure,img,svg,tr,math[display=block],.failure,.notice{break-inside:avoid}
    .figure svg,.figure img,p>img{max-height:230mm;object-fit:contain}
    thead{display:table-header-group}
    p,li,pre{orphans:3;widows:3}
    .notice,mark,.t-inverse{border:1px solid var(--axis)}
    .output:target{border-left-color:var(--line)}
    a{color:inherit}
    a[href]:not([href^="#"])::after{content:" (" attr(href) ")";font-size:.85em;\
    overflow-wrap:anywhere}
    details::details-content{content-visibility:visible;block-size:auto}
    @supports not selector(::details-content){
    details:not([open])>summary::after{content:" […]"}
    }
    }

    """
}
