import DossierModel
import TemplateEngine

/// The pages below `reports/`: made at build time from the same model as all others.
struct ReportPages {
  let context: SiteContext
  let templates: TemplateSet

  func render() throws(TemplateError) -> [Artifact] {
    let reports = ReportMaker(context: context).reports()
    let inputs: [InputID] = [
      .query("pages:all"), .query("sources:all"), .query("mentions:all"), .query("names"),
      .query("sections"), .query("now"),
    ]
    let index = SitePath(folder: Report.folder, file: "index.html")
    let layout = Layout(context: context, path: index)
    let links = reports.map {
      ReportLinkView(
        title: $0.title, href: $0.path.link(from: index), intro: $0.intro, count: $0.rows.count)
    }
    var artifacts = [
      try TemplatePage(templates: templates, name: "reports.html", schema: PageSchema.reports)
        .artifact(
          index,
          layout.values(
            layout.page(Report.sectionTitle, kind: "report"), breadcrumbs: [layout.home()])
            + [.list(links)], inputs: inputs)
    ]
    for report in reports {
      let layout = Layout(context: context, path: report.path)
      let page = layout.page(report.title, kind: "report", description: report.intro)
      let crumbs = [layout.home(), layout.crumb(Report.sectionTitle, folder: Report.folder)]
      let view = ReportView(
        intro: report.intro, columns: report.columns,
        rows: report.rows.prefix(ListSplitting.limit).map { ReportView.Row(cells: $0) },
        count: report.rows.count)
      artifacts.append(
        try TemplatePage(templates: templates, name: "report.html", schema: PageSchema.report)
          .artifact(
            report.path, layout.values(page, breadcrumbs: crumbs) + [view.value], inputs: inputs))
    }
    return artifacts
  }
}
