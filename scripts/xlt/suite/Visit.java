import com.xceptance.xlt.api.engine.ActionData;
import com.xceptance.xlt.api.engine.CustomData;
import com.xceptance.xlt.api.engine.PageLoadTimingData;
import com.xceptance.xlt.api.engine.RequestData;
import com.xceptance.xlt.api.engine.Session;
import com.xceptance.xlt.api.engine.TimerData;
import com.xceptance.xlt.api.engine.TransactionData;
import com.xceptance.xlt.api.engine.WebVitalData;
import com.xceptance.xlt.api.util.XltProperties;
import com.xceptance.xlt.engine.httprequest.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.json.JSONArray;
import org.junit.Assert;
import org.junit.Test;

/**
 * Visits some pages of the page server. Each visit to a page is an action with one real request of the same
 * name. Timers that only a browser would produce are logged as well, as XLT's own browser extension does. One
 * visit is a transaction.
 */
public class Visit {
    private static final int PAGES_PER_VISIT = 5;
    private static final String[] VITALS = {"CLS", "FCP", "INP", "LCP", "TTFB"};
    private static final AtomicInteger PAGES = new AtomicInteger();

    @Test
    public void visit() throws Throwable {
        final JSONArray names = new JSONArray(Files.readString(Path.of("config", "names.json")));
        for (int i = 0; i < PAGES_PER_VISIT; i++) {
            final int page = PAGES.getAndIncrement();
            open(names.getString(page % names.length()), page);
        }
    }

    /** XLT refuses requests and actions with a blank name, but such records can still be logged. */
    private static void open(final String name, final int page) throws Exception {
        if (!name.isBlank()) {
            request(name, page);
        }
        logBesides(name, page);
    }

    private static void request(final String name, final int page) throws Exception {
        Session.getCurrent().startAction(name);
        try {
            final String base = XltProperties.getInstance().getProperty("visit.pages");
            final HttpRequest request = new HttpRequest(name).baseUrl(base).relativeUrl("/page/" + page);
            Assert.assertTrue("status of page " + page, request.fire().getStatusCode() < 500);
        } finally {
            Session.getCurrent().stopAction();
        }
    }

    /**
     * Durations of up to several minutes, most of them short, so that some percentiles fall into wide
     * buckets.
     */
    private static void logBesides(final String name, final int page) {
        final int ms = (int) (1 + (page * 7919L) % 97 + (page % 23 == 0 ? (page * 104729L) % 100_000 : 0));
        log(new CustomData(name), ms, page % 11 == 0);
        log(new PageLoadTimingData(name), 3 * ms, false);
        log(new TransactionData(name), 5 * ms, page % 13 == 0);
        log(new ActionData(name), 2 * ms, page % 17 == 0);
        log(requestOf(name, page), ms, page % 19 == 0);
        for (final String vital : VITALS) {
            final WebVitalData data = new WebVitalData(name + " [" + vital + "]");
            data.setTime(System.currentTimeMillis());
            data.setValue(vital.equals("CLS") ? ms / 400.0 : 20.0 * ms);
            Session.getCurrent().getDataManager().logDataRecord(data);
        }
    }

    /** XLT's client trims the names of requests; this record keeps them. */
    private static RequestData requestOf(final String name, final int page) {
        final RequestData data = new RequestData(name);
        data.setBytesSent(100 + page % 7);
        data.setBytesReceived(page % 1000);
        data.setResponseCode(page % 19 == 0 ? 500 : 200);
        data.setContentType("text/plain");
        data.setUrl("http://127.0.0.1/logged?name=a,b&page=" + page);
        return data;
    }

    private static void log(final TimerData data, final int ms, final boolean failed) {
        data.setTime(System.currentTimeMillis());
        data.setRunTime(ms);
        data.setFailed(failed);
        Session.getCurrent().getDataManager().logDataRecord(data);
    }
}
