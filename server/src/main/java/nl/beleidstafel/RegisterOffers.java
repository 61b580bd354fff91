package nl.beleidstafel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.fillin.Offers;
import nl.beleidstafel.plan.template.Register;
import nl.beleidstafel.plan.template.Registers;

/// The registers of the model plans, as fill-ins ask for them.
public record RegisterOffers(Registers registers) implements Offers {
  @Override
  public Optional<View> view(String id) {
    for (Register register : registers.all()) {
      Optional<Register.View> view = register.view(id);
      if (view.isPresent()) {
        return Optional.of(new View(id, view.get().title(), choices(register, view.get())));
      }
    }
    return Optional.empty();
  }

  private static List<Choice> choices(Register register, Register.View view) {
    List<Choice> choices = new ArrayList<>();
    for (Register.Choice each : view.choices()) {
      List<String> names = new ArrayList<>();
      register
          .named(each.entry())
          .ifPresent(entry -> {
            names.add(entry.label());
            names.addAll(entry.aliases());
          });
      choices.add(new Choice(each.entry(), each.label(), names));
    }
    return choices;
  }

  @Override
  public Set<String> related(String entry, String view) {
    Set<String> related = new LinkedHashSet<>();
    for (Register register : registers.all()) {
      register.related(entry, view).forEach(choice -> related.add(choice.entry()));
    }
    return related;
  }
}
