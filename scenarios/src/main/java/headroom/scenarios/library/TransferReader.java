package headroom.scenarios.library;

import headroom.billing.PerBytes;
import headroom.billing.TransferPrices;
import headroom.billing.TransferPrices.Tier;
import headroom.scenarios.text.Bytes;
import java.util.List;
import java.util.Optional;

/** Reads what data from and to the internet costs. */
record TransferReader(Sources sources) {

  Optional<TransferPrices> read(BookPart part) {
    Optional<BookPart> in = part.part("in");
    Optional<PerBytes> inPrice = in.flatMap(data -> data.text("price", Figures::perBytes));
    String source = in.map(sources::in).orElse("");
    in.ifPresent(BookPart::end);
    Optional<BookPart> out = part.part("out");
    part.end();
    return out.flatMap(data -> out(data, inPrice, source));
  }

  private Optional<TransferPrices> out(BookPart part, Optional<PerBytes> in, String sourceOfIn) {
    long free = part.textIfAny("free", Bytes::parse).orElse(0L);
    List<Optional<Tier>> tiers =
        part.items("tiers").stream().map(TransferReader::tier).toList();
    List<Tier> read = tiers.stream().flatMap(Optional::stream).toList();
    String source = "in: " + sourceOfIn + "; out: " + sources.in(part);
    part.end();
    boolean allRead = !tiers.isEmpty() && read.size() == tiers.size();
    // Whether tiers follow each other can only be judged of all of them.
    return part.build(
        allRead && in.isPresent(),
        allRead ? TransferPrices.problems(free, read) : List.of(),
        () -> new TransferPrices(in.orElseThrow(), free, read, source));
  }

  private static Optional<Tier> tier(BookPart part) {
    Optional<Long> upTo = part.textIfAny("up-to", Bytes::parse);
    Optional<PerBytes> price = part.text("price", Figures::perBytes);
    boolean endRead = upTo.isPresent() || !part.has("up-to");
    part.end();
    return price
        .filter(read -> endRead)
        .map(perBytes -> new Tier(upTo.orElse(Tier.NO_END), perBytes));
  }
}
