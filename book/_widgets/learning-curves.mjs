// Learning curves of 108 real runs: a reader diagnoses one whose settings are hidden, or turns the knobs.
//
// VALUES, RUNS and FINDINGS come from book/_make/learning_curves.py. RUNS holds, for each run (the last knob
// turning fastest), the training and then the validation loss at its start and after every second pass, two
// characters a loss, on a logarithmic scale from 0.001 to 1000. The state is: knobs, hidden or not, the answer.

const VALUES = [[3, 16, 128], [240, 2400], [0, 0.005, 0.05], [0.00003, 0.002, 0.2], [0, 0.25]];
const RUNS = "l/l9l8l7l5l4l3l2l1l0lzlylxlwlvlultlslslrlqlplololnlmlllllkljljl7l6l5l4l3l2l1l0lzlylxlwlwlvlultltlslrlqlqlplololnlnlmlmlllllklzlylwlultlrlqlplolnlmlllkljljlilhlhlglglflflfleleleldldldldlclultlrlqlplolmlllklkljlilhlhlglflflfleleldldldlclclclblblblblal/lUlTlRlPlMlKlIlGlElBk/k8k5k1kxktkpklkikfkckZkWkTkQkOkLkIkFkCl7lZlYlYlYlYlYlYlXlXlVlUlUlSlRlPlOlMlMlLlLlJlJlIlHlHlHlGlFlFlDlzlZlWlTlPlLlHlElBk+k7k4k1kykwktkrkpkmkkkjkhkfkdkbkZkXkVkTkRkPlulXlWlUlSlRlQlPlPlOlNlNlMlMlLlJlKlKlKlJlKlJlIlIlKlIlJlHlHlIlIl/l8k/kgj7jsjKjdi5jci8jCiQifh9h7iPh4jLiNiRiMi0iWiAhZhVieirjLhll7mGlflFlGlJk5mAlHlklPlyl+mjmCmCmRnTnSm8m+ndoNnCnanlodpwnpo8oclzlzlOkvkWkTkVkdj1jqkEjTjgj+jxjIjBjhjAjajQjfjLjujKisiijCi5i2j0lumCltljlclhlZlVlRlUlmltlgmLl3limGmLmgm4mwmtmcmwnDm4mpnXm1m9npl/l9l8l7l5l4l3l2l1l0lzlylxlwlvlultlslslrlqlplololnlmlllllkljljl7l6l5l4l3l2l1l0lzlylxlwlwlvlultltlslrlqlqlplololnlnlmlmlllklklzlylwlultlrlqlplolnlmlllkljljlilhlhlglglflflfleleleldldldldlclultlrlqlplolmlllklkljlilhlhlglflfleleleldldldlclclclblblblblal/lUlTlRlPlNlKlIlGlElClAk9k7k4k1kxktkpklkikfkckZkWkTkRkOkMkJkHl7lZlYlYlYlXlYlXlXlXlVlUlUlTlSlQlOlMlKlJlJlHlGlFlFlElDlClBlAk/lzlZlWlTlPlLlIlElCk+k7k4k1kzkwkukskqkokmkkkjkhkfkdkbkZkXkVkUkSlulXlWlUlSlQlPlPlOlNlNlMlLlKlJlIlIlIlIlGlHlGlFlElGlDlElDlClClDl/lylek0kTkPj0jwjxkPkEj3jhjJi2i9jAjSkAi8jljvjajYkOj5ktjNjKjijql7l5lwlWlGk4kckekmlPkwkykbkikEkakuk1lOkVk7kqlGk7ldlBldkrkskpkklzlik7k4k3kNkLk7k2kQkCkLkOkHkjkUkXkvkHkhkkkckRkTkZkFkOkWkkkMkdlulvlZlTlSk7kwlOlplJkwk9k1kxlTk7lJlilLlJlbk6k5k5k+lHkxlAlFkwlGl/l9l8l7l5l4l3l2l1l0lzlylxlwlvlultlslslrlqlplololnlmlmlllklkljl7l6l5l4l3l2l1l0lzlylxlwlwlvlultlslslrlqlqlplololnlnlmlmlllklklzlylwlultlrlqlplolnlmlllkljljlilhlhlglglflflfleleleldldldldlclultlrlqlplolmlllklkljlilhlhlglflfleleleldldldlclclclblblblblal/lVlTlSlQlOlMlLlJlIlGlElClAk+k8k6k5k3k1k0kykwkvktkskqkpknkmkll7lZlYlXlYlXlXlWlVlUlTlSlRlPlOlNlMlLlKlIlHlFlElClBk/k+k9k8k6k5lzlZlWlTlPlMlJlGlElClAk+k8k6k5k3k1kzkykwkvktkrkqkoknklkjkikgkelulXlWlUlSlRlPlOlNlMlMlLlKlKlJlJlIlIlIlHlHlFlFlDlElClBk/k+k9k8l/lclRk1k0krlIlAk5k7koktksk4kllXkkkrkxlQk7kvkZlGk0lQlMlqlYk7lHl7lrlqlGlGlElblNlGlJlEk9k7lFk5lmk5lIlHlblTk8k+lblLlelblylhlOlUlzlIk+k8lKlLlOk/k+lKlOlOlSlFk/lTlPlAlslXlQlSlVlMlJlolXlOlSlQlOlulRlQlElTlUlZlNlJlUlblWlXlKlOlaljlLl3lklalYldlPlRlwlflVlclalXlvljldlZlXlVlUlTlSlSlRlRlQlQlPlPlOlOlOlNlNlMlMlLlLlKlKlJlJlIlIlrlhlblYlWlVlUlTlTlSlSlRlRlRlQlQlQlPlPlPlOlOlNlNlNlMlMlLlLlLlKlclZlYlXlXlWlWlVlVlVlUlUlUlUlTlTlTlSlSlSlSlRlRlRlRlQlQlQlQlPlPlelblalZlYlXlXlWlWlVlVlVlUlUlUlTlTlTlSlSlSlRlRlRlQlQlPlPlPlOlOlvk8kikQkCjzjmjajQjJjBi9i0ixirikificiXiViQiQiIiFiDiBh9h6h4h8h1lrlAkokYkKj9jxjnjejXjSjOjGjEjAi6i3i1ixiwitivioimilikikihihiliflclJk+k1kukpkmkikhkekckbkakYkWkXkUkTkTkSkTkRkPkQkOkOkOkNkNkMkMlelFk2kokekWkPkMkKkGkCj+kBj6j3j8j1j0jzjzjujujsjrjtjrjsjpjojrjqlvkSkijxjxkAj6lFkWjOj+kOj4jej6jSjcjikNkVjjkajJkgjPjojyi7jNj2j+lrklk6kUkCkMkPlIk0j7kLk3kQj8kXjxkDj8ktk5j5kxjwlEj2j5kOjrjnkakvlcl2lRlClXlKlOlwk9lOlKk0lolMlIldlSlgk0lNlNlBk/lGl+lRlJljlMlFlMlelcktkilBkvk+lckmk7kgkalTk3kolTk3lDkakzkukskxkyluk3kzlXkzksk4lvljldlZlXlVlUlTlSlSlRlRlQlQlPlPlOlOlOlNlNlMlMlLlLlKlKlJlJlIlIlrlhlblYlWlVlUlTlTlSlSlRlRlRlQlQlQlPlPlPlOlOlNlNlNlMlMlLlLlLlKlclZlYlXlXlWlWlVlVlVlUlUlUlUlTlTlTlSlSlSlSlRlRlRlRlQlQlQlQlPlPlelblalZlYlXlXlWlWlVlVlVlUlUlUlTlTlTlSlSlSlRlRlQlQlQlPlPlPlOlOlvk9kjkRkDj0jmjajQjJjBi9i1iwiriniiihiciaiViUiQiOiMiLiJiHiFiHiDlrlAkpkYkKj8jvjkjcjWjPjLjEjBi+i5i2i2ixivisisipioimilikiiihiiiglclIk+kzktknkkkgkekbkakakXkVkUkUkTkRkQkRkQkOkNkOkMkMkMkMkLkLkLlelFk1klkZkSkKkHkBj+j8j6j4jzjxjzjvjtjsjujpjljjjkjjjijijhjfjgjdlvkwkQkTkdkjkekBkdkgkUlSlfkBkej/j2kEkej/kakukrkJjwj9kJj5j3kEkElrk+kXkmkYknktkHkjkkkelelrkRkmkFkAkLkmkKkhkzkxkPj4kEkNkGj/kIkKlclalelhlhlOlSl2lvlalRlOlaljlZpIlQldk6lElwlXlwl/lUlYlKlalPlRlRlelNlRlalXlDk/lwlglWk4k7lQlUlGo/lFlPkkkilnlHlnl7lLk9k/lOlCk3lGlvljldlZlXlVlUlTlSlSlRlRlQlQlQlPlPlOlOlOlNlNlMlMlMlLlLlLlKlKlJlrlhlblYlWlVlUlTlTlSlSlSlRlRlRlQlQlQlPlPlPlPlOlOlOlNlNlMlMlMlLlclZlYlXlXlWlWlVlVlVlUlUlUlUlTlTlTlTlSlSlSlSlRlRlRlRlQlQlQlQlQlelblalZlYlXlXlWlWlWlVlVlVlUlUlTlTlTlTlSlSlRlRlRlRlQlQlQlPlPlPlvlBkukdkOj/j1jvjrjojkjjjejdjajZjXjVjTjRjQjPjOjNjLjKjJjIjIjIjHlrlEkxkhkRkEj7j2jyjvjsjsjnjmjjjjjgjejcjbjajYjYjXjVjUjTjSjSjSjRlclKlBk2kvkqkoknknkmkmkmklklkkklkkkkkkkkkkkjkjkjkjkjkikikikikilelHk6kqkdkVkSkQkPkNkOkOkMkLkLkMkKkKkJkLkJkIkIkIkJkIkHkIkHkHkHlvk8lblRk/lYlhlClOlfldlYlLlYlNlSlJlolRl3lhlTlElNlGlYlalTlXmelYlrk+lalXk/lXljlFlPlhlglblLlalQlTlLlolXl0lmlUlGlQlFlaldlXlYmclYlclXlbl2lXlalWlalblZnRlalbmElZlalvlSlYlalWlblalWlalflflblclolXlelUlXl2lXlblVlblblZnXlalcmGlalblslPlZlWlOlYlZlUlalelclalalqlWlzlylxlvlultlslrlplolnlmlllllkljlilhlglglfleleldlclclblalalZlZlxlwlvlultlslrlqlplololnlmlllllklkljlililhlhlglglflfleleleldldl9l7l6l4l3l2l1l0lzlylxlwlvlultlslrlqlqlplololnlmlmlllklkljljlilxlvlultlslrlqlplplolnlmlmlllklkljljlililhlhlglglglflflflelelelzlLk6kkkLjxjUiziShxhSg0gYf/flfLexeaeCdrdUc8cmcQb6bkbOa5aiaLZ2lxlTlKk/k0knkdkTkJj/j3jxjtjrjmjnjkjmjnjojpjrjtjujxj1j1j7j8j/kDl9lUlIk3knkVkCjujZjEiuiZiDhwhbhGgxgdgJf3flfSfBeueeeOd9dsdedLc9lxlWlSlNlHk/k5k0ktkokhkfkZkckXkWkZkXkckfkikjkjknktktkwk1k3k6k8lzpTl0lHhghKi7hEjajRh3jTf2gLkBg0lMldi2lqn1ipjojdgDhqfIf4cReqgLlxqbohoSoanwpqpRp9qjrNqkrtresZtEtXu2uOwXwYvDvvvvvpwdwsxDw9x6wtl9pRm8ksjqi5ihk5lfkclCkQlvnOnIm3kylPlqlwmCjihthymmkJklkqkOjYmHlxqHolncnKnSolp3qAqYrIq7rdr2sgtBsFtDt8twt7twunuqvivBvsv8wJw6wjlzlylxlvlultlslrlplolnlmlllllkljlilhlglglfleleldlclclblblalZlZlxlwlvlultlslrlqlplololnlmlllllklkljlililhlhlglglflfleleleldldl9l7l6l4l3l2l1l0lzlylxlwlvlultlslrlqlqlplololnlmlmlllklkljljlilxlvlultlslrlqlplplolnlmlmlllklkljljlililhlhlglglglflflflelelelzlLk6kkkMjyjVi2iWh2hYg8ghgJfwfYfBeseYeEdwdddJc3clcUcDb0bibRbAlxlTlJk/kzkmkckSkHj9j0jujpjojijjjfjfjfjgjgjgjhjjjjjmjljpjpjrjtl9lUlIk3knkVkDjwjbjHiyieiKh3hihOg6gpgXgHf4fnfYfIe7etegeReFd3drlxlWlSlMlGk+k3kykrklkdkakVkVkQkOkPkLkPkRkSkTkSkVkZkYkakekekgkjlznpkSjTiqhahwhtjMjgh8iqjIiijnh3iFgrjxj1kAj0hgksmElwkek5j4jtkLlxoQmYmIldlFlXlWnAm/l4mQmqmhnElZl4k7nBmknKmplsnkoUnsoJoWnZnHnZl9n0lRkUk2kcj9k2j2jciwkJkVkakPjtj+jikWkhlPlKkjkOlDjdlFkWmvm0mIlxoim6mDmGmMmnmolllplAmbmDl+lymFlrlpmbmSm5mymsl7m6lynRmWoMoan9lzlylxlvlultlslrlqlplolnlmlllkljlililhlglflfleldldlclclblblalalxlwlvlultlslrlqlplololnlmlmlllklkljlililhlhlglglflflfleleldldl9l7l6l4l3l2l1l0lzlylxlwlvlultlslrlrlqlplololnlmlmlllllkljljlilxlvlultlslrlqlplplolnlnlmlllllkljljlililhlhlhlglglflflflelelelzlMk+kskYkBjojOi2igiMh6hphbhNhAg0gpgfgVgMgDf7f0fsfmfgfafVfPfLlxlTlKlAk2kpkdkRkGj7jyjsjljhjajXjRjOjNjIjHjEjBi/i+i9i5i8i4i2i3l9lUlJk8kwkjkWkJj8jvjhjUjHi9ixinidiViMiFh+h2hwhqhlhfhahVhQhLhHlxlWlSlNlGlAk6k0ktkmkfkZkTkPkIkFkBj8j6j5j3j1jyjyjyjwjujwjvjtjslzl8kwkPj5kbkmk8kIk/kRlGk2kbkJkmkpkxk0kykrkik5kwk+lklAlQlTkslOlxmelTk+kslYlOlYkxlSk4lolMk7kvlFlGlXlIlQlZk9ldlTlYl0lmlklllOlcl9nDlFlHk8lIkjk/lFltlHlymLp4nalJlKlMlMlUlUlTlUlUlQlPlFlslPlQnElxnllilWlLlWk1lUlSl7lXl7mWpjntlYlalWlUlclclblZlblYlYlPlplYlenFmDl0lqljldlZlVlSlPlMlJlHlFlClAk+k7k5k3k0kykvktkqknkkkhkekbkYkVl/lxlnlglblWlTlQlNlLlJlHlFlDlBk/k9k7k5k3k1kzkxkukskpknkkkikfkcmUmDl3lvlplklhlelclalZlXlWlVlUlUlTlSlRlRlQlPlOlOlNlMlLlKlKlJlImWmEl4lwlplllhlflclblZlYlXlWlVlUlTlTlSlRlQlQlPlOlNlMlMlLlKlJlImDi3gofUegd/dddNctcWcHbsbobQbEa0avaTaJaLZgZiY/YvYmYOYMXuXrXoXHl/jKhLgNfsfYfBe8e1eieieeeWeReKeYedeNeKeheQeUeOeOeceTemeWehefehmUkxj7jejOjBi6iyiqimigiciZiWiViPiNiIiFiFiEiDh/h+h+h+h6h4h2hzhvmWkqjXiniOh4hwhqhghchZhVhUhQhVhPhQhLhKhPhMhLhOhVhMhUhThQhVhQhPmDm2nQpApWsBppqqoioDsCp8qvnlqnqpqhqUtirEqLpsqBs1papTpasesjp8qjl/nnn1pcqGsnq9sHqnqYtErcsyrFtKtis3sxvGtethsotgvYtHtpuKvmuvuVuxmUlaojplm/nRq+nEmQmcm+pFoAksmPnRmXlolQn7mLp4lZm+lpnNqbm+limbmbmWkpnxo7mkm/qomelrl4mZoqnpj6lmmvlqk3kMnDlapXkZmvk6m1qCmXk4lxlxmDl0lqljldlZlVlSlPlMlJlHlFlClAk+k8k5k3k0kykvktkqknkkkikfkckZkVl/lxlnlglblWlTlQlNlLlJlHlFlDlBk/k9k7k5k3k1kzkxkukskqknkkkikfkcmUmDl3lvlolklhlelclalZlXlWlVlUlUlTlSlRlQlQlPlOlOlNlMlLlKlKlJlImWmEl4lwlplllhlflclblZlYlXlWlVlUlTlTlSlRlQlQlPlOlNlMlLlLlKlJlImDi1gqfdeweWd9dwdadMdEcxcwckcgcYcWcLcIcLb9b3btbobnbjbubebbbebel/jIhLgSfzfhfNfHe/eweuepekeeebeheheWeYeheOeMeHeHeLeKeXeHeDeIeJmUkxj2jdjQjDi7i1iuirimijihieifiZiZiUiTiRiQiRiNiQiMiNiNiIiKiFiEmWkojMijiPh5hwhohghahWhThThMhThLhJhHhHhHhBhDhBhJhAhEhEg8hCg7g8mDlpkpkylPn9m4kVmrnclfjdlCl5lTmIl6jXjxj4nEmOlTkskWj5kyk3nYmxj2l/mBkuk3luoBnCklnBn9lfj8lHl+lhl5mTjdjuj2nSmalNkukokDlFlFnbnDkKmUlunOo+lSlkm2l2nImemClumnl5nrlplZvcl2lDk7k+lgmEl3oEtEkskxlMlpmWlNnEojk+lHmcljm7mFlzldmKlWm+lOlCvUlPkgkfkulJlqlXnms0j4kQk2lSmDl1lqljlelZlWlSlQlNlLlJlHlElClAk+k8k6k4k2k0kxkvktkqkoklkjkgkdl/lxlnlglblXlUlRlOlMlKlIlHlFlDlClAk+k8k7k5k3k1kzkxkvkskqkoklkjmUmDl3lulolklglelclalZlXlWlVlVlUlTlSlSlRlQlQlPlOlOlNlMlMlLlKlKmWmEl4lwlplllhlflclblZlYlXlWlVlUlTlTlSlRlQlQlPlOlOlNlMlLlLlKlJmDjMhzhPhCg/g5g6g0g0g1gxgygugtgwgtgsgsgrgpgogngogpgpgngpgpgogrl/jaiChlhYhWhPhRhOhLhKhJhKhFhFhKhIhFhFhEhAhChBhChChFhDhDhAhChImUk0kFj6j0jvjtjsjpjpjnjnjmjljmjljljjjjjjjjjkjhjijijjjjjhjijhjgmWksjjjRjGi9i6i5i1i1iyiziyiuixixiuisiuitiriuirisiqiririqiririomDlXlTlHlXlIltlXlil5m1lelWlGlBk4lSlPlDlPlsldlKlMlSljlPmvlZlFl9l/ljlVlJlZlKlwlYlnmBmzlblYlFk/k5lTlOlElSlulflLlMlQlplRmjlclImCmUlblelkldlZlalalXlhlllelXlklmlWmAlplaljlix5lkleldlfldlclglkldmWlVlclhlblalblclUlilllflUliljlTl9lnlYlilfxwlmlfldlhlclblgljlfmPmLmHmDl/l8l4l1lylulrlolmljlgldlblYlWlTlRlOlMlKlHlFlDlAk+k8k6mNmKmHmEmCl/l9l7l5l3l1lzlxlwlulslrlplolnlllkljlhlglflelclblalZmDl/l8l4l1lylvltlqlollljlhlflclalYlWlUlTlRlPlNlLlJlIlGlElDlBk/mHmEmCl/l9l7l5l3l1l0lylwlvltlslrlplolnlmllljlilhlglfleldlclblamPj7iIgPedctbMZ2YhXTWTVUUeTsTASRRoRCQgP+PfO/OjOINuNWM/MmMRL9LpmNk7kMjtjYjLjIjGjIjIjMjQjUjYjYjfjgjjjmjojrjtjvjyj0j1j5j6j8j9j/mDkQi5hngZfReHdAb6a0ZyY0X0XAWLVYUtUDTcS6SWRzRVQ3QbQBPoPRO5OjOOmHlBkakDj2j7j2j3j5kAkFkMkOkUkYkckdkkklkokskukxk0k3k5k7k9lAlBlEmPx7uWtdqTsTsyqIqCtBuXnMqIolrxoSqbpVn5mvjctdqSoMpLpGtnnco9jQrimNzHyoy0yu0Q1J072S2n3+3A303N4O5N566O6T6n7P8u7Z7z7474868m888j8+mDyRwzxEuouNvAuesftBtStQsGvBt/pTsesls7tesDvfqTrZvFtCuep5nfotp2mHzdytz+zZz90a0p0o1l2f283C4u444a5z5k6p607C717O8m8i8n829N9U9g92mPmLmHmDl/l8l4l1lylvlrlplmljlgldlblYlWlTlRlOlMlKlHlFlDlBk+k8k6mNmKmHmEmCl/l9l7l5l3l1lzlxlwlulslrlplolnlllkljlhlglflelclblalZmDl/l8l4l1lylvltlqlollljlhlflclalYlWlVlTlRlPlNlLlKlIlGlElDlBlAmHmEmCl/l9l7l5l3l1l0lylwlvltlslrlplolnlmllljlilhlglfleldlclblamPj8iLgVelc+blaZZSYTXjW1WQVxVWU9UrUXUNT/T0TqTlTeTXTTTOTJTCTCTBmNk7kMjtjVjHjCi+i9i8i9i/jBjDi/jDjBjBjCjDjAjBjBjBjAi9jAjBi/i7i/mDkRi8hrgjfiegdjcnbua6aKZZY1YOXsXQW0WfWOV9VsVhVVVIVBU4UyUqUnUkmHlAkakCj1j4jyjyjxj2j5j+j9kBkCkEkDkGkFkFkGkFkFkIkHkHkFkGkGkGkImPwlutsds9q1qmrfqzolqFpppToAstphpDo5pfoPs8pQphnooisSrEoNsUsFpJmNxzx9xLxgxDxAxDyBxux6xWxox1ypycygx4x4x7zKybx+x4xQzcy1yl0AzrzJmDyPvDuHs1tVrwq8qIrvspt4udsrsQq9qsrWuruNvku8vNu/tCuat8slrIrbuAmHzCxXwiwlwHvdu+ubvuv8xwxrxHxCwDwxxQyvyUzyzZyuzVytzTzXyaySx6y7mPmLmHmEmAl9l6l3l0lxlulrlplmljlhlelclalXlVlTlRlPlNlLlJlHlFlDlBmNmKmHmFmCmAl+l8l6l4l2l0lzlxlvlulslrlqlolnlmlkljlilhlgleldlclbmDl/l8l5l2l0lxlulslqlollljlhlfldlclalYlWlUlTlRlQlOlMlLlJlIlGlFmHmEmCmAl+l8l6l4l2l0lzlxlwlvltlslrlplolnlmlllkljlilhlglfleldlcmPkGithagZfpfLe4eneXePeHeBd9d5dzdxdtdsdrdmdldkdhdfdfdidddadadZmNk9kTjzjajKjBi7izitipioirioijiligihiiijififififididiciciciYicmDkZjYijh9hjhLg7gsgggWgOgFf+f3fxftfpfkfjfdfbfZfVfSfRfOfLfKfJfHmHlCkfkIj6j5jvjrjnjmjmjmjljkjhjhjgjgjfjfjdjcjcjdjfjcjbjcjejbjcmPuCpurJm+jXi9ixiZiHisiejPjWjVitkJkykljhjQjSkamrnLtJyRyEytxAxQmNvRsPsco4l1kvkekFkHkHj8kYk+kkkKldlflrlFkwkvltn9oBtpzezCzzyWxpmDxAsspymmk+j5jxjqjgjVjtj9j6jpj5j0kJkXkvkPlBlLkkk9lEkPk+oAuBxwmHxZuDrMoZmBk2k0kokpkdknk0kqkmk3kpk+k/lJk6ltlslJlzl9k3lgoKt6x5mGlolUlEk2kpkdkRkGj6jujjjYjNjCi4iuikibiSiJiAh4hwhohhhZhShLhFg+mClllTlFk5ktkjkYkOkDj5jvjljcjTjKjBi4iwioihiZiSiLiFh+h4hyhthnhimSlulelUlNlFk/k5kzktkokjkekakWkRkNkKkGkCj/j8j5j2jzjwjujrjpjnjkmSlulelTlKlCk6kykrkjkdkWkPkJkDj9j4jyjtjojjjfjajWjSjOjKjGjDi/i8mGfXc1abYGWcUlSmROPaOCNEMRLdKHJaI2H1HRGvFzFXElELDyDDCZCBBaA5AlmCgReudhcab9bpbAaxasaYadahaeaaadakadahadajalajaiararaoatawavaumSjAiShvhLgkgBfle4eLd2dNctcCbWa3aJZXYnYEXVWpWBVyUWT2T9SxS0TJSRmSiGhYgxgngYgQgagCf/gFgRgVgkgdgjgrgtgqhBg6hBhGhWhRhWhkhqhthyh6mGxF0Q0mzO05yvzuyFx/w3u8zByfzA0v0Bx+yewmvrwztaxjrItRuFsZuYyHxjmCxv1G2H044H2X3N3V3n4Q3o4j4z595f5K4z6P5n5v6h6R7a566a6T7B608f8BmSwRy1yTyexN0bzfzWzczGzDzizwy9z7ztzvytywy9yRzu0ey80l0A1U0O1A0omSveysxexswE0Ay6yty+yeyEzPzSy8z0zmzKyZy0yyyMzY0ny30nzv1d0O1O1KmGlolUlEk2kqkekSkGj7jvjkjZjOjEi6iwimidiUiLiCh6hzhrhkhdhWhPhJhDmClllTlFk5kukjkYkOkEj6jwjmjdjTjLjCi5ixipiiibiUiNiHiAh7h1hwhqhlmSlulelUlMlFk/k5kzkukokjkfkakWkSkOkKkGkDkAj8j5j3j0jxjvjsjqjojlmSlulelTlKlCk6kykrkkkdkWkQkJkEj+j4jzjujpjkjgjbjXjTjPjLjHjEjAi9mGfidacEapZ/ZDY1YoX7YPXnXXXMXIXIXIW+XTXGW8XCWoWrWzWlWzWkWsWhW6mCgWe5eJdFcpcSb+bzbWbfbHbLa+a6bEa+apbKa4akaraZaealakavacacaZajmSjFigiGhxhZhJg6ghgZgSf/fzfpfZfUfOezeveteueVeWeUeDd9d/d4d0dxdmmSiLhlg+g4gmgdgcf/gIgEgEf5gEf2gAf9fkftfzf6fqfuf5foflfjfvf1f4fymGuPuJuyt8wFxvvqr0sBvWvSvkt5r+tew7v1wutnorrwruvNytz0vIrOuZqnt+mCuEumvauswiyRv+sWsavuvtwduftBuQx3wixxuKpqsVskvtzK0DvwsIuTrJuFmSxkteymyIp6pWlblImh4lxjp6likakpkhl5lTpv4xxoqDmAk6lDkllZk9lm8NmSxVs1yRxxpIogkzkKl74SwypUkujokFj5lZkbpX38xFoqlQkRkjjxk1kdk78BmGlplWlHk7kvklkakRkHj+j0jsjjjajSjKjDi8i1iuioiiidiXiSiNiJiFiAh8mClnlWlIk9kykpkgkXkOkGj+j2jujmjfjYjRjLjFi/i5i0iviqilihidiZiViSmSlvlglWlOlIlCk8k3kykukpklkhkekakXkUkRkOkLkJkGkEkCkAj+j8j6j5j3mSlvlglVlMlEk9k2kvkpkjkekYkTkOkJkFkAj8j4j0jwjtjpjmjjjgjdjbjYjWmGhbg9g/g2g4grg3g1gmgtgrghgngigqgfgkgjgkgfgrgdgeghgdgggfgcgfgemChyhYhbhQhThGhOhLhBhEhBg/g/g8hEg6g/g/g+g3hDg8g2g3g7g8g6g1g+g4mSjujsjojrjnjmjpjjjjjkjjjkjijijjjljijijhjgjfjgjejejejijhjdjfjemSjDjAi0i8izi1i5isivititiuisisiyiyirisipiqinipinioilisiqiliqiomGknk30xmJlplTlNlekgmSzfollol8mAlSlxlazSt0mDl/lrlbk9k4mAlBlFlNmCkuk30pmOlylalNlbkqmVzzowlvmDmBlfl6lZzKtvmGmJltlbk/lBl+lClFlKmSlFlhwWlvl5l5lvlw5YpkmqmimcmImLmAmElplrlvlhmp0qncm6mZm4l5mLmDmSk7lPwBlul3l9lvls5GpNmlmlmamGmLl+mDlplolplgmh0Snhm0mbm5l7mIl8";
const FINDINGS = "nnnuhhnnnuhhnnnnhhnnnuhhnnuuhhnnuuhhnnoohhnnfohhnnfnhhnnonhhnnfuhhnnuuhhnnoohhnnfohhnnffhhnnoohhnnfohhnnuuhh";
const NAMES = ["hidden units", "letters to train on", "L2 strength", "rate", "wrong labels"];
const plain = (value) => (value > 0 && value < 1e-4 ? value.toFixed(5) : String(value));
const SPOKEN = [plain, plain, plain, plain, (share) => `${100 * share} %`];
const POINTS = 31, EVERY = 2;
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const ANSWERS = { u: "It underfits", o: "It overfits", h: "The rate is too high", n: "It is not finished", f: "It fits" };
const WIDE = 400, HIGH = 250, LEFT = 46, RIGHT = 10, ABOVE = 24, BELOW = 38;

const show = (loss) => (loss >= 999 ? "over 999" : loss >= 100 ? loss.toFixed(0) : loss.toFixed(loss < 0.1 ? 3 : 2));

/** The number of a run in RUNS, from the places of its knobs. */
const place = (knobs) => knobs.reduce((sum, at, k) => sum * VALUES[k].length + at, 0);

/** Training and validation losses of a run. */
function curves(knobs) {
  const start = place(knobs) * POINTS * 4, losses = [];
  for (let k = 0; k < 2 * POINTS; k += 1) {
    const [a, b] = RUNS.slice(start + 2 * k, start + 2 * k + 2);
    losses.push(0.001 * 10 ** (6 * (64 * SIGNS.indexOf(a) + SIGNS.indexOf(b)) / 4095));
  }
  return { training: losses.slice(0, POINTS), validation: losses.slice(POINTS) };
}

/** What the curves show, and by which numbers. */
function reason(knobs) {
  const { training, validation } = curves(knobs), end = POINTS - 1, before = end - 5;
  const low = Math.min(...validation), when = EVERY * validation.indexOf(low), [t, v] = [training[end], validation[end]];
  return {
    u: `the training loss itself is still ${show(t)} after 60 passes and hardly moves, so the network cannot or may not say more; the validation loss is ${show(v)}.`,
    o: `the validation loss was lowest, ${show(low)}, after pass ${when} and has risen to ${show(v)}, while the training loss is down to ${show(t)}.`,
    h: `the training loss, which descent should lower, ends at ${show(t)} after having been down to ${show(Math.min(...training))}.`,
    n: `over the last ten passes the training loss fell from ${show(training[before])} to ${show(t)} and the validation loss from ${show(validation[before])} to ${show(v)}.`,
    f: `the training loss is down to ${show(t)}, and the validation loss, ${show(v)}, stays close to its lowest, ${show(low)}. The gap alone is no illness.`,
  }[FINDINGS[place(knobs)]];
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .3rem .8rem; margin-bottom: .5rem; }
label { display: block; font-size: .88rem; }
select { width: 100%; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0; }
select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .55rem; }
button { cursor: pointer; }
button[aria-disabled=true] { opacity: .6; cursor: default; }
button.main { border-color: var(--pst-color-primary, #0a7d91); border-width: 2px; }
button:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .4rem 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.6em; overflow-wrap: anywhere; }
.key { margin: .2rem 0 0; font-size: .85rem; }
svg { display: block; width: 100%; max-width: 32rem; height: auto; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.grid { stroke: var(--pst-color-border, #999); opacity: .35; }
.curve { fill: none; stroke-width: 2.2; }
.training { stroke: var(--pst-color-primary, #0a7d91); }
.validation { stroke: var(--pst-color-secondary, #8045e5); stroke-dasharray: 7 4; }
.low { fill: var(--pst-color-background, #fff); stroke: var(--pst-color-secondary, #8045e5); stroke-width: 2.2; }
`;

const PANEL = `
<div class="buttons"><button type="button" class="main" data-go="draw">Draw a run, settings hidden</button>
  <button type="button" data-go="open">Show its settings</button></div>
<div class="picture"></div>
<p class="key">Solid: training loss. Dashed: validation loss; the disc marks its lowest point. Each step on the scale of the losses is a power of ten.</p>
<div class="buttons" role="group" aria-label="What do the curves show?">${Object.entries(ANSWERS).map(([key, text]) => `<button type="button" data-answer="${key}">${text}</button>`).join("")}</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<div class="knobs">${NAMES.map((name, k) => `<label>${name}<select data-knob="${k}"><option value="-1" hidden>?</option>${VALUES[k].map((value, at) => `<option value="${at}">${SPOKEN[k](value)}</option>`).join("")}</select></label>`).join("")}</div>`;

class LearningCurves extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.drawn = 0;
    this.state = { knobs: [2, 0, 0, 1, 0], hidden: false, answer: null };
    for (const select of root.querySelectorAll("select")) select.addEventListener("input", () => this.turned(select));
    root.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
    this.set({});
  }

  set(change) {
    this.state = { ...this.state, ...change };
    this.render();
  }

  turned(select) {
    const knobs = [...this.state.knobs];
    knobs[Number(select.dataset.knob)] = Number(select.value);
    this.set({ knobs, hidden: false, answer: null });
  }

  clicked(button) {
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const { go, answer } = button.dataset;
    if (go === "draw") this.set({ knobs: this.next(), hidden: true, answer: null });
    else if (go === "open") this.set({ hidden: false });
    else this.set({ answer, hidden: false }); // with the answer come the settings
  }

  /** A run for the next question: the five findings take turns, each run of a finding comes before any is repeated. */
  next() {
    const wanted = "ohufn"[this.drawn % 5], turn = Math.floor(this.drawn / 5);
    const runs = [...FINDINGS].flatMap((finding, at) => (finding === wanted ? [at] : []));
    this.drawn += 1;
    let at = runs[(turn * 7 + 3) % runs.length];
    const knobs = [];
    for (let k = VALUES.length - 1; k >= 0; k -= 1) {
      knobs[k] = at % VALUES[k].length;
      at = Math.floor(at / VALUES[k].length);
    }
    return knobs;
  }

  render() {
    const { knobs, hidden, answer } = this.state;
    for (const select of this.shadowRoot.querySelectorAll("select")) select.value = hidden ? "-1" : String(knobs[Number(select.dataset.knob)]);
    this.find("[data-go=open]").setAttribute("aria-disabled", String(!hidden));
    for (const button of this.shadowRoot.querySelectorAll("[data-answer]")) button.setAttribute("aria-pressed", String(button.dataset.answer === answer));
    const { training, validation } = curves(knobs), low = Math.min(...validation), when = EVERY * validation.indexOf(low);
    const numbers = `Training loss from ${show(training[0])} to ${show(training.at(-1))}; validation loss lowest, ${show(low)}, after pass ${when}, at the end ${show(validation.at(-1))}.`;
    this.find(".say").textContent = this.sentence(numbers);
    this.draw(training, validation, low, when, numbers);
  }

  sentence(numbers) {
    const { knobs, hidden, answer } = this.state, right = FINDINGS[place(knobs)];
    const given = knobs.map((at, k) => `${NAMES[k]} ${SPOKEN[k](VALUES[k][at])}`).join(", ");
    const asked = hidden ? `Run ${this.drawn}, settings hidden. ` : `${given[0].toUpperCase()}${given.slice(1)}. `;
    if (answer === null) return `${asked}${numbers} What do the curves show?`;
    return `${answer === right ? "Yes" : "Not quite"}. ${ANSWERS[right]}: ${reason(knobs)} Settings: ${given}.`;
  }

  draw(training, validation, low, when, numbers) {
    const all = [...training, ...validation].map((loss) => Math.min(loss, 999));
    const bottom = Math.floor(Math.log10(Math.min(...all))), top = Math.max(bottom + 1, Math.ceil(Math.log10(Math.max(...all))));
    const x = (k) => LEFT + (WIDE - LEFT - RIGHT) * k / (POINTS - 1);
    const y = (loss) => ABOVE + (HIGH - ABOVE - BELOW) * (top - Math.log10(Math.min(loss, 999))) / (top - bottom);
    const line = (name, losses) => `<polyline class="curve ${name}" points="${losses.map((loss, k) => `${x(k).toFixed(1)},${y(loss).toFixed(1)}`).join(" ")}"/>`;
    const rows = Array.from({ length: top - bottom + 1 }, (_, k) => bottom + k).map((e) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDE - RIGHT}" y1="${y(10 ** e)}" y2="${y(10 ** e)}"/><text x="${LEFT - 6}" y="${y(10 ** e) + 4}" text-anchor="end">${e < 0 ? (10 ** e).toFixed(-e) : 10 ** e}</text>`);
    const passes = [0, 10, 20, 30, 40, 50, 60].map((p) => `<text x="${x(p / EVERY)}" y="${HIGH - BELOW + 17}" text-anchor="middle">${p}</text>`);
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label="Learning curves. ${numbers}">${rows.join("")}`
      + `<rect class="frame" x="${LEFT}" y="${ABOVE}" width="${WIDE - LEFT - RIGHT}" height="${HIGH - ABOVE - BELOW}"/>${line("training", training)}${line("validation", validation)}`
      + `<circle class="low" cx="${x(when / EVERY)}" cy="${y(low)}" r="5"/>${passes.join("")}<text x="${WIDE - RIGHT}" y="${HIGH - 4}" text-anchor="end">passes through the training set</text><text x="${LEFT - 6}" y="13" text-anchor="end">loss</text></svg>`;
  }
}

if (!customElements.get("dlf-learning-curves")) customElements.define("dlf-learning-curves", LearningCurves);
