"""English words for passphrases: concrete, easy to spell, three to nine letters, each once."""

from typing import Final

_WORDS: Final = """
acorn acrobat actor adapt agenda airport album algebra almond alpine amber amount anchor angle ankle
answer antler apple apricot apron arcade archer arena armor arrow artist aspen atlas attic autumn avenue
awning badger bakery balance bamboo banana bandage banjo banner barley barrel basil basket battery
beacon beaver bedroom beetle bell bench berry bicycle biscuit blanket blossom blouse bonfire bonnet
border bottle boulder bowl bracelet branch bread breeze brick bridge brook broom brush bubble bucket
budget buffalo builder bundle butter button cabbage cabin cable cactus camel camera canal candle canoe
canvas canyon captain caramel caravan cargo carpet carrot cartoon cashew castle cattle cedar ceiling
cello cement ceramic chalk chapel chapter cheese cherry chess chimney cider cinema circle citrus
clarinet clay clever climate clinic clock clover coach cobalt cobweb coconut coffee collar comet compass
concert copper coral corner cottage cotton cougar country cradle crane crater crayon cricket crystal
cupcake curtain cushion cycle daisy dance daylight decade deer desert dessert diamond dinner dolphin
domino donkey doorway dragonfly drawer drizzle drum duckling dumpling dune dusty eagle earring easel
echo eclipse editor eggplant elbow elephant elevator ember emerald engine envelope equator eraser
evening exhibit express fabric factory falcon farmer feather fence fern ferry festival fiddle field
filter finch firefly fisher flag flame flannel flavor flint flock flour flower flute foggy forest fossil
fountain fox frame freezer frost fruit funnel galaxy gallery garage garden garlic gateway gazelle gecko
genuine geyser giant ginger giraffe glacier glass glider globe glove goblet goggles gondola goose gopher
granite grape grass gravel green grocery guitar gumdrop gymnast habitat hammer hammock hamster harbor
harvest hazel hazelnut heater hedge helmet herring hickory highway hiking hiker hilltop honest honey
horizon hornet hotel humble hummus husky iceberg icicle igloo impala inkwell insect island ivory jacket
jaguar jasmine jelly jersey jetty jewel jigsaw jogging journal judge juggle juice jungle juniper
kangaroo kayak kennel kernel kettle keyboard kingdom kitchen kite kitten kiwi knight koala ladder
ladybug lagoon lamp lantern lapel laser lattice laundry lavender lawn leather lecture legend lemon
lentil leopard letter lettuce library lilac lily limerick linen lizard llama lobster locket lodge
logbook lollipop lotus lumber lunch lyric magnet mailbox mammoth mandarin mango mantle maple marble
margin marina market marmot mattress meadow medal melody melon mentor meteor metro midnight mineral
minnow mirror mitten mixture mobile modest molecule mosaic mosquito motor mountain muffin mural museum
mushroom music mustard napkin narrow nature navigate nebula necklace nectar needle nephew nettle nickel
noble noodle notebook novel number nurse nutmeg oasis oatmeal object oboe ocean octagon octopus office
olive omelet onion opera orange orbit orchard orchid organ origami ostrich otter outdoor oval owl oyster
package paddle padlock painter palace pancake panda panther papaya parade parcel parrot parsley pasta
pastry patient pattern pavement peach peanut pebble pedal pelican pencil penguin pepper perfume petal
phone piano pickle picnic pigeon pillow pilot pineapple pioneer pixel pizza planet plaster plateau plum
pocket poem polar polite polka pond poplar popcorn porch portrait potato pottery prairie pretzel printer
prism project puddle pumpkin puppet puzzle pyramid quail quartz queen quilt quiver rabbit raccoon radar
radish railway rainbow raisin rapids raven recipe record reef reindeer relay reptile ribbon river robin
rocket romantic rooster rosemary rubber ruby runner rustic saddle saffron sailor salad salmon sandal
sapphire satin saucer sausage scarf school science scooter scout seagull season seaweed second sequoia
sesame shadow shampoo shelter sherbet shoulder shovel signal silver singer sketch skipper sleigh slipper
snail snowman soccer socket solar sonnet soup spaniel sparrow spice spider spinach spiral sponge spring
spruce squash squid stable stadium stapler station statue steam stereo stitch stork story stove stream
student subway sugar summit sundial sunset surfer swallow sweater swing symbol syrup tablet tadpole
talent tandem tangerine tapestry teacup teapot temple tennis thicket thimble thistle thunder ticket
timber tissue toast toffee tomato topaz tornado tortoise toucan tower tractor trail tram travel treasure
trellis triangle trophy truffle trumpet tulip tundra tunnel turkey turnip turtle tuxedo twilight
umbrella unicorn uniform unicycle urban utensil vacuum valley vanilla vase velvet vendor veranda village
vinegar violet violin visitor volcano voyage waffle wagon walnut walrus warbler washer water weasel
weather wedding whale wheat whisker whistle willow window winner winter wizard wombat wooden workshop
wren writer yacht yarn yellow yogurt zebra zeppelin zigzag zipper zucchini
"""

ENGLISH: Final = tuple(_WORDS.split())
