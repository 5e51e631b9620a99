package dev.borderline.cli.serve;

import dev.borderline.cli.explain.SoughtFate;
import dev.borderline.cli.text.Version;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.text.JsonWriter;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Addresses and their handlers. */
final class Routes {
    /** Handler of a request; empty when it has answered by itself. */
    @FunctionalInterface
    interface Handler {
        Optional<Reply> handle(Call call) throws IOException;
    }

    /**
     * One address.
     *
     * @param method of HTTP
     * @param path with a name in braces where anything may stand
     * @param handler what answers
     */
    record Route(String method, String path, Handler handler) {
        boolean fits(List<String> segments) {
            List<String> own = List.of(path.substring(1).split("/", -1));
            if (own.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < own.size(); i++) {
                if (!own.get(i).startsWith("{") && !own.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Jobs jobs;
    private final Models models = new Models();
    private final CommandWork.Commands commands;
    private final Questions questions;
    private final Events events;

    Routes(Jobs jobs, CommandWork.Commands commands) {
        this.jobs = jobs;
        this.commands = commands;
        questions = new Questions(jobs);
        events = new Events(jobs);
    }

    /** All addresses below {@code /api}. */
    List<Route> all() {
        return List.of(
                new Route("GET", "/api/version", call -> json(version())),
                new Route("GET", "/api/scenarios", call -> json(ScenarioJson.list())),
                new Route("GET", "/api/scenarios/{name}", this::scenario),
                new Route("POST", "/api/scenarios/check", this::check),
                new Route("GET", "/api/measures", call -> json(ScenarioJson.measures())),
                new Route("GET", "/api/fates", call -> json(fates())),
                new Route("GET", "/api/glossary", call -> json(GlossaryJson.list())),
                new Route("POST", "/api/scenario.yaml", call -> json(yaml(Requests.run(call.body())))),
                new Route("POST", "/api/sweep.yaml", call -> json(sweepYaml(Requests.compare(call.body())))),
                new Route("POST", "/api/run", call -> job(call, Stages.of(Requests.run(call.body())))),
                new Route("POST", "/api/compare", call -> job(call, Stages.of(Requests.compare(call.body())))),
                new Route(
                        "POST",
                        "/api/evaluate",
                        call -> job(call, Requests.evaluate(call.body(), models).problem())),
                new Route(
                        "POST",
                        "/api/days",
                        call -> job(call, Requests.days(call.body()).problem())),
                new Route(
                        "POST",
                        "/api/explain",
                        call -> job(
                                call, Requests.explain(call.body(), commands).problem())),
                new Route(
                        "POST",
                        "/api/sweep",
                        call -> job(call, Requests.sweep(call.body(), commands).problem())),
                new Route(
                        "POST",
                        "/api/report",
                        call -> job(
                                call,
                                ReportWork.of(Requests.compare(call.body())).problem())),
                new Route("POST", "/api/ensemble", call -> json(EnsembleRows.of(call.body()))),
                new Route("GET", "/api/jobs/{job}", this::state),
                new Route("DELETE", "/api/jobs/{job}", this::cancel),
                new Route("GET", "/api/jobs/{job}/events", this::follow));
    }

    private static Optional<Reply> json(String body) {
        return Optional.of(Reply.json(body));
    }

    private static String version() {
        JsonWriter json = JsonWriter.compact().beginObject();
        json.key("version").value(Version.program());
        json.key("java").value(Runtime.version().toString());
        json.key("model").value(Version.build());
        return json.endObject().finish();
    }

    private static String fates() {
        JsonWriter json = JsonWriter.compact().beginObject().key("fates").beginArray();
        SoughtFate.all().forEach(json::value);
        return json.endArray().endObject().finish();
    }

    private Optional<Reply> job(Call call, Problem problem) {
        return Optional.of(questions.put(problem, call.query().isTrue("wait")));
    }

    /** The scenario of a question as a file, without what is of its execution. */
    private static String yaml(Asked asked) {
        String text =
                asked.with(Asked.ENSEMBLE, "none").question().asked().base().toYaml();
        return text(text);
    }

    /** A comparison as a sweep file that gives the numbers of its last answer. */
    private static String sweepYaml(Asked asked) {
        return text(SweepYaml.of(Stages.last(asked)).text());
    }

    private static String text(String yaml) {
        return JsonWriter.compact()
                .beginObject()
                .key("yaml")
                .value(yaml)
                .endObject()
                .finish();
    }

    private Optional<Reply> scenario(Call call) {
        String name = call.segments().get(2);
        ShippedScenarios shipped = new ShippedScenarios();
        try {
            Scenario scenario = Texts.named(name);
            return json(ScenarioJson.of(
                    scenario, shipped.find(name, "").orElseThrow().text()));
        } catch (InvalidInput missing) {
            throw new Refused(Reply.NOT_FOUND, missing.getMessage());
        }
    }

    private Optional<Reply> check(Call call) throws IOException {
        Body body = call.body();
        String yaml = body.text("yaml").orElse("");
        body.refuseOthers();
        body.throwIfAny();
        return json(ScenarioJson.of(Texts.scenario("scenario.yaml", yaml), yaml));
    }

    private Optional<Reply> state(Call call) {
        return json(jobs.seen(jobs.find(call.number(2))).json());
    }

    private Optional<Reply> cancel(Call call) {
        jobs.cancel(call.number(2));
        return json(jobs.seen(jobs.find(call.number(2))).json());
    }

    private Optional<Reply> follow(Call call) throws IOException {
        events.send(call.exchange(), jobs.find(call.number(2)));
        return Optional.empty();
    }
}
