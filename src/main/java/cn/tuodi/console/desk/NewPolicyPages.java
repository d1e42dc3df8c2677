package cn.tuodi.console.desk;

import cn.tuodi.access.Roles;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Area;
import cn.tuodi.console.Areas;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Files;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PageTemplates;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.Upload;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.console.trial.FieldFaults;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.start.BlankEdition;
import cn.tuodi.desk.start.NewEdition;
import cn.tuodi.desk.start.NewEditionOrder;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Workbooks of what is not there yet: the standards of a pooling area, another year, another region. */
@Path("/console/desk/new")
@Produces(MediaType.TEXT_HTML)
public final class NewPolicyPages {

  private static final Pattern CODE = Pattern.compile("\\d{6}");

  private final Desk desk;
  private final CurrentCatalogue catalogue;
  private final UploadHandler reception;
  private final DeskAccess access;

  NewPolicyPages(Desk desk, CurrentCatalogue catalogue, UploadHandler reception, DeskAccess access) {
    this.desk = desk;
    this.catalogue = catalogue;
    this.reception = reception;
    this.access = access;
  }

  /** How to begin, with what each needs. */
  @GET
  @Operation(hidden = true)
  public Response begin(@Context HttpHeaders headers) {
    Language language = Html.language(headers);
    Page page = page(language);
    List<EditionDescription> editions = catalogue.get().editions().stream().map(Edition::description).toList();
    return Html.ok(page, DeskTemplates.newcomer(page, access.visitor(), NewPolicyView.of(editions, language)));
  }

  /** The standards of a pooling area. */
  @POST
  @Path("/area")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.TEXT_HTML, Files.XLSX})
  @Operation(hidden = true)
  public Response area(@RestForm("edition") String edition, @RestForm("area") String area,
      @RestForm("file") FileUpload file, @RestForm("note") String note, @RestForm("then") String then,
      @RestForm(PendingForm.KEPT) String kept, @RestForm(PendingForm.KEPT_NAME) String keptName,
      @Context HttpHeaders headers)
      throws IOException {
    Language language = Html.language(headers);
    Optional<EditionId> id = TableName.edition(edition == null ? "" : edition);
    Optional<Upload> upload = Upload.of(file, kept, keptName);
    String stated = area == null ? "" : area.strip();
    if (id.isEmpty() || upload.isEmpty() || stated.isEmpty()) {
      return refused(language, language.text("console.choose-an-edition-and-a-file"));
    }
    List<Area> meant = CODE.matcher(stated).matches() ? List.of() : meant(stated, id.get());
    if (meant.size() != 1 && !CODE.matcher(stated).matches()) {
      return refused(language, language.text("language.sentence", FieldFaults.place(stated, meant, language)));
    }
    String code = meant.isEmpty() ? stated : meant.get(0).code();
    PendingForm unsent =
        PendingForm.of("edition", edition, "area", area, "note", note, "then", then).with(upload);
    return reception.receive(new UploadHandler.Delivery(id.get(),
        Map.of(WorkbookNames.ofArea(code), upload.get().content()), note, then), unsent, language);
  }

  /** The areas that a name may mean: those of the edition's own area, where there are any. */
  private List<Area> meant(String name, EditionId edition) {
    List<Area> named = Areas.named(name);
    List<Area> within = named.stream().filter(area -> catalogue.get().named(edition)
        .filter(own -> Areas.isWithin(area, own.description().areaCode())).isPresent()).toList();
    return within.isEmpty() ? named : within;
  }

  /** Workbooks of another year or region, as many at once as there are. */
  @POST
  @Path("/edition")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.TEXT_HTML, Files.XLSX, Files.ZIP})
  @Operation(hidden = true)
  public Response edition(@RestForm("region") String region, @RestForm("year") String year,
      @RestForm("files") List<FileUpload> files, @RestForm("note") String note, @RestForm("then") String then,
      @Context HttpHeaders headers) throws IOException {
    Language language = Html.language(headers);
    String name = (region == null ? "" : region.strip()) + "/" + (year == null ? "" : year.strip());
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (FileUpload file : files == null ? List.<FileUpload>of() : files) {
      Optional<Upload> upload = Upload.of(file, null, null);
      if (upload.isPresent()) {
        Optional<String> unreadable = reception.unreadable(upload.get(), language);
        if (unreadable.isPresent()) {
          return refused(language, unreadable.get());
        }
        String workbook = WorkbookNames.saved(upload.get().name(),
            catalogue.get().editions().stream().map(Edition::description).toList());
        if (TableName.of(name + "/" + workbook).isEmpty() || workbooks.put(workbook, upload.get().content()) != null) {
          return refused(language, language.text("console.state-the-region-lower-case-letters-and"));
        }
      }
    }
    Optional<EditionId> id = TableName.edition(name);
    if (id.isEmpty() || workbooks.isEmpty()) {
      return refused(language, language.text("console.state-the-region-lower-case-letters"));
    }
    return reception.receive(new UploadHandler.Delivery(id.get(), workbooks, note, then),
        PendingForm.of("region", region, "year", year, "note", note, "then", then).withoutFiles(), language);
  }

  /** Another year or place, made from an edition that there is. */
  @POST
  @Path("/like")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  @Operation(hidden = true)
  public Response like(@RestForm("like") String like, @RestForm("region") String region, @RestForm("year") String year,
      @RestForm("from") String from, @RestForm("area") String area, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language,
        PendingForm.of("like", like, "region", region, "year", year, "from", from, "area", area)).orElseGet(() -> {
          Optional<EditionId> old = TableName.edition(like == null ? "" : like);
          Optional<EditionId> id =
              TableName.edition((region == null ? "" : region.strip()) + "/" + (year == null ? "" : year.strip()));
          if (old.isEmpty() || id.isEmpty() || catalogue.get().named(old.get()).isEmpty()) {
            return refused(language, language.text("console.choose-an-edition-region-and-year"));
          }
          if (catalogue.get().named(id.get()).isPresent()) {
            return refused(language, language.text("console.this-edition-is-there-already"));
          }
          List<Area> places = area == null || area.isBlank() ? List.of() : Areas.named(area.strip());
          boolean elsewhere = !old.get().region().equals(id.get().region());
          if (elsewhere && places.size() != 1) {
            return refused(language, language.text("console.another-place-needs-its-area"));
          }
          try {
            LocalDate first = from == null || from.isBlank() ? LocalDate.of(id.get().year(), 1, 1)
                : LocalDate.parse(from.strip());
            return begun(old.get(), elsewhere ? new NewEditionOrder(id.get(), first, places.get(0).code(), null, null)
                : new NewEditionOrder(id.get(), first, null, null, null), language);
          } catch (DateTimeException e) {
            return refused(language, language.text("console.write-the-date-as-2026-01"));
          }
        });
  }

  /** A place or year begun without another to go by. */
  @POST
  @Path("/blank")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  @Operation(hidden = true)
  public Response blank(@RestForm("region") String region, @RestForm("year") String year,
      @RestForm("from") String from, @RestForm("area") String area, @RestForm("name") String name,
      @RestForm("sheets") List<String> sheets, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language,
        PendingForm.of("region", region, "year", year, "from", from, "area", area, "name", name)).orElseGet(() -> {
          Optional<EditionId> id =
              TableName.edition((region == null ? "" : region.strip()) + "/" + (year == null ? "" : year.strip()));
          List<Area> places = area == null || area.isBlank() ? List.of() : Areas.named(area.strip());
          if (id.isEmpty() || places.size() != 1) {
            return refused(language, language.text("console.state-region-year-and-area"));
          }
          if (catalogue.get().named(id.get()).isPresent()) {
            return refused(language, language.text("console.this-edition-is-there-already"));
          }
          try {
            LocalDate first = from == null || from.isBlank() ? LocalDate.of(id.get().year(), 1, 1)
                : LocalDate.parse(from.strip());
            String title = name == null || name.isBlank() ? null : Files.text(name.strip());
            Map<String, byte[]> made =
                BlankEdition.of(new NewEditionOrder(id.get(), first, places.get(0).code(), title, null),
                    sheets == null ? Set.of() : Set.copyOf(sheets));
            String draft =
                desk.begin(id.get(), made, access.visitor().name(), language.text("console.begun-blank")).id();
            return Response.seeOther(URI.create(Addresses.draft(draft))).build();
          } catch (DateTimeException e) {
            return refused(language, language.text("console.write-the-date-as-2026-01"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A draft of the new edition; its note says what it is made from and what was left out. */
  private Response begun(EditionId old, NewEditionOrder order, Language language) {
    NewEdition made;
    try {
      made = NewEdition.of(desk.stock(old).sources(), order, ApplicationFiles.load().rules(order.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String from = language.text("console.made-from", DisplayNames.edition(old, desk.editions(), language));
    String note = Stream.concat(Stream.of(from), made.dropped().stream().map(dropped -> dropped.in(language)))
        .collect(Collectors.joining(language.text("language.semicolon")));
    boolean next = old.region().equals(order.id().region()) && old.year() < order.id().year();
    String id =
        desk.begin(order.id(), made.workbooks(), access.visitor().name(), Files.text(note), next ? old : null).id();
    return Response.seeOther(URI.create(Addresses.draft(id))).build();
  }

  private static Response refused(Language language, String text) {
    Page page = page(language);
    return Html.of(400, page, PageTemplates.message(page, text));
  }

  private static Page page(Language language) {
    return Page.of(language, language.text("console.a-new-area-or-year"), Page.Section.DESK, Addresses.NEWCOMER);
  }
}
